package health.consilium.document.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/** Pages that are filled from the top; a line that finds no room starts a new one. Lengths are points. */
final class Paper {
    static final float MARGIN = 56;
    static final float FOOT = 72;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    static final float LEADING = 1.35f;
    static final Color INK = new Color(0x1c2a28);
    static final Color SOFT = new Color(0x52605d);
    static final Color LINE = new Color(0xb9c4c1);
    static final Color TEAL = new Color(0x0f5c57);

    private final PDDocument document;
    private final Writing writing;
    private final Tags tags;
    private PDPageContentStream stream;
    private PDPage page;
    private float y;

    Paper(PDDocument document, Writing writing, Tags tags) throws IOException {
        this.document = document;
        this.writing = writing;
        this.tags = tags;
        this.page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        this.stream = new PDPageContentStream(document, page);
        this.y = PDRectangle.A4.getHeight() - MARGIN;
    }

    float y() {
        return y;
    }

    void moveTo(float height) {
        y = height;
    }

    void space(float height) {
        y -= height;
    }

    boolean hasRoom(float height) {
        return y - height >= FOOT;
    }

    /** Whether a new page was begun. */
    boolean need(float height) throws IOException {
        if (hasRoom(height)) {
            return false;
        }
        stream.close();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return true;
    }

    /** How a text is set. */
    record Style(Typeface face, float size, Color colour) {
        float line() {
            return size * LEADING;
        }
    }

    /** A box from the side where reading starts. */
    record Column(float offset, float width, boolean flushEnd) {
        static Column whole() {
            return new Column(0, WIDTH, false);
        }
    }

    List<String> lines(String text, Style style, Column column) throws IOException {
        return writing.lines(text, style.face, style.size, column.width);
    }

    /** Draws one line below the cursor without moving it; {@code element} null: an ornament that nobody reads out. */
    void line(String text, Style style, Column column, float below, @Nullable PDStructureElement element)
            throws IOException {
        String visual = writing.visual(text);
        float width = style.face.width(visual, style.size);
        float start = MARGIN + column.offset + (column.flushEnd ? column.width - width : 0);
        float x = writing.rightToLeft() ? PDRectangle.A4.getWidth() - start - width : start;
        if (element == null) {
            stream.beginMarkedContent(COSName.ARTIFACT);
        } else {
            stream.beginMarkedContent(COSName.getPDFName("Span"), tags.piece(element, page, spoken(text, visual)));
        }
        stream.beginText();
        stream.setNonStrokingColor(style.colour);
        stream.newLineAtOffset(x, y - below - style.size);
        for (Typeface.Run run : style.face.runs(visual)) {
            stream.setFont(run.font(), style.size);
            stream.showText(run.text());
        }
        stream.endText();
        stream.endMarkedContent();
    }

    private static @Nullable String spoken(String text, String visual) {
        String read = text.replaceAll("[\u2066-\u2069]", "");
        return visual.equals(read) ? null : read;
    }

    /** Text that flows over lines and pages. */
    void flow(String text, Style style, Column column, PDStructureElement element) throws IOException {
        for (String line : lines(text, style, column)) {
            need(style.line());
            line(line, style, column, 0, element);
            space(style.line());
        }
    }

    void rule(Column column, Color colour) throws IOException {
        box(column, 0, 0.7f, colour);
    }

    /** A filled box, its upper edge {@code below} the cursor. */
    void box(Column column, float below, float height, Color colour) throws IOException {
        float start = MARGIN + column.offset;
        float x = writing.rightToLeft() ? PDRectangle.A4.getWidth() - start - column.width : start;
        stream.beginMarkedContent(COSName.ARTIFACT);
        stream.setNonStrokingColor(colour);
        stream.addRect(x, y - below - height, column.width, height);
        stream.fill();
        stream.endMarkedContent();
    }

    /** Squares of a QR code, drawn as one shape. */
    void squares(boolean[][] dark, float side, PDStructureElement element, String words) throws IOException {
        float unit = side / dark.length;
        float x = writing.rightToLeft() ? PDRectangle.A4.getWidth() - MARGIN - side : MARGIN;
        stream.beginMarkedContent(COSName.getPDFName("Figure"), tags.piece(element, page, words));
        stream.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < dark.length; row++) {
            for (int column = 0; column < dark.length; column++) {
                if (dark[row][column]) {
                    stream.addRect(x + column * unit, y - (row + 1) * unit, unit, unit);
                }
            }
        }
        stream.fill();
        stream.endMarkedContent();
    }

    void close() throws IOException {
        stream.close();
    }

    /** Goes back to a finished page, to write its foot. */
    void append(PDPage finished) throws IOException {
        page = finished;
        stream = new PDPageContentStream(document, finished, PDPageContentStream.AppendMode.APPEND, true, true);
    }
}
