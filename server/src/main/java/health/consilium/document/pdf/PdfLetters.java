package health.consilium.document.pdf;

import health.consilium.document.Letter;
import health.consilium.document.Letterhead;
import health.consilium.document.Letters;
import health.consilium.document.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.springframework.stereotype.Component;

/** {@link Letters} with Apache PDFBox. */
@Component
class PdfLetters implements Letters {
    private final Letterhead head;
    private final Clock clock;

    PdfLetters(Letterhead head, Clock clock) {
        this.head = head;
        this.clock = clock;
    }

    @Override
    public byte[] render(Letter letter) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            describe(pdf, letter);
            Writing writing = new Writing(letter.language());
            Tags tags = new Tags(pdf, letter.language().toLanguageTag());
            Typesetter setter = new Typesetter(pdf, writing, tags);
            setter.letterhead(head);
            setter.title(letter.title(), letter.subtitle());
            for (Letter.Block block : letter.blocks()) {
                setter.block(block);
            }
            setter.close();
            Words words = Words.of("letter", letter.language().toLanguageTag());
            int number = 0;
            for (PDPage page : pdf.getPages()) {
                number++;
                setter.foot(page, letter.reference(), words.say("page", number, pdf.getNumberOfPages()));
            }
            tags.finish(pdf.getPages());
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(PDDocument pdf, Letter letter) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(letter.title());
        about.setAuthor(head.clinic());
        about.setCreator("Consilium");
        GregorianCalendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        now.setTimeInMillis(clock.millis());
        about.setCreationDate(now);
        pdf.setDocumentInformation(about);
        PDViewerPreferences preferences =
                new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
