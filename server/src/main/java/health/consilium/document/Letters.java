package health.consilium.document;

/** Writes letters on the clinic's paper. */
public interface Letters {
    /**
     * The letter as a PDF: A4, fonts embedded, tagged for screen readers (ISO 14289-1 in spirit, not certified), with
     * language and title. The same letter gives the same pages; the bytes differ in the document's id.
     */
    byte[] render(Letter letter);
}
