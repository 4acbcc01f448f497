package health.consilium.document.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import health.consilium.document.Letter;
import health.consilium.document.Letterhead;
import health.consilium.document.pdf.Paper.Column;
import health.consilium.document.pdf.Paper.Style;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/** Sets the blocks of a letter on paper. */
final class Typesetter {
    private static final float CODE = 96;
    private static final float NAMES = 150;
    private static final float GAP = 14;
    private static final float PADDING = 5;
    private static final Color PALE = new Color(0xe8f2f0);
    private static final Color AMBER = new Color(0xfdf1d8);

    private final Paper paper;
    private final Tags tags;
    private final Style big;
    private final Style heading;
    private final Style text;
    private final Style strong;
    private final Style soft;
    private final Style small;

    Typesetter(PDDocument document, Writing writing, Tags tags) throws IOException {
        Typeface regular = new Typeface(document, "Regular");
        Typeface bold = new Typeface(document, "Bold");
        this.tags = tags;
        this.paper = new Paper(document, writing, tags);
        this.big = new Style(bold, 22, Paper.INK);
        this.heading = new Style(bold, 13, Paper.TEAL);
        this.text = new Style(regular, 11, Paper.INK);
        this.strong = new Style(bold, 11, Paper.INK);
        this.soft = new Style(regular, 11, Paper.SOFT);
        this.small = new Style(regular, 9, Paper.SOFT);
    }

    void letterhead(Letterhead head) throws IOException {
        PDStructureElement element = tags.add("P", tags.body());
        float top = paper.y();
        Column left = new Column(0, Paper.WIDTH / 2, false);
        paper.flow(head.clinic(), new Style(big.face(), 15, Paper.TEAL), left, element);
        float lowest = paper.y();
        paper.moveTo(top);
        Column right = new Column(Paper.WIDTH / 2, Paper.WIDTH / 2, true);
        for (String line : head.lines()) {
            paper.flow(Letter.typed(line), small, right, element);
        }
        paper.moveTo(Math.min(lowest, paper.y()) - 6);
        paper.rule(Column.whole(), Paper.TEAL);
        paper.space(30);
    }

    void title(String title, @Nullable String subtitle) throws IOException {
        paper.flow(title, big, Column.whole(), tags.add("H1", tags.body()));
        if (subtitle != null) {
            paper.space(2);
            paper.flow(subtitle, soft, Column.whole(), tags.add("P", tags.body()));
        }
        paper.space(GAP);
    }

    void block(Letter.Block block) throws IOException {
        switch (block) {
            case Letter.Heading(String words) -> {
                paper.space(4);
                paper.need(heading.line() + 2 * text.line());
                paper.flow(words, heading, Column.whole(), tags.add("H2", tags.body()));
                paper.space(3);
            }
            case Letter.Paragraph(String words) -> {
                paper.flow(words, text, Column.whole(), tags.add("P", tags.body()));
                paper.space(GAP);
            }
            case Letter.Notice(String words) -> notice(words);
            case Letter.Facts(List<Letter.Fact> rows) -> facts(rows);
            case Letter.Table table -> table(table);
            case Letter.Signature(String name, String caption) -> signature(name, caption);
            case Letter.Code(String content, String caption) -> code(content, caption);
        }
    }

    private void notice(String words) throws IOException {
        Column inner = new Column(12, Paper.WIDTH - 24, false);
        List<String> lines = paper.lines(words, strong, inner);
        float height = lines.size() * strong.line() + 16;
        paper.need(height);
        paper.box(Column.whole(), 0, height, AMBER);
        paper.space(8);
        paper.flow(words, strong, inner, tags.add("P", tags.body()));
        paper.space(8 + GAP);
    }

    private void facts(List<Letter.Fact> rows) throws IOException {
        Column names = new Column(0, NAMES - 10, false);
        Column values = new Column(NAMES, Paper.WIDTH - NAMES, false);
        for (Letter.Fact fact : rows) {
            List<String> name = paper.lines(fact.name(), soft, names);
            List<String> value = paper.lines(fact.value(), text, values);
            paper.need(Math.min(Math.max(name.size(), value.size()), 6) * text.line());
            PDStructureElement element = tags.add("P", tags.body());
            for (int i = 0; i < Math.max(name.size(), value.size()); i++) {
                paper.need(text.line());
                if (i < name.size()) {
                    paper.line(name.get(i), soft, names, 0, element);
                }
                if (i < value.size()) {
                    paper.line(value.get(i), text, values, 0, element);
                }
                paper.space(text.line());
            }
            paper.space(2);
        }
        paper.space(GAP - 2);
    }

    private void table(Letter.Table table) throws IOException {
        List<Column> columns = columns(table);
        PDStructureElement element = tags.add("Table", tags.body());
        paper.need(4 * text.line());
        row(table.head(), columns, strong, true, element);
        for (List<String> cells : table.rows()) {
            if (paper.need(height(cells, columns, text))) {
                row(table.head(), columns, strong, true, null);
            }
            row(cells, columns, text, false, element);
        }
        paper.space(GAP);
    }

    private static List<Column> columns(Letter.Table table) {
        float all = table.widths().stream().mapToInt(Integer::intValue).sum();
        List<Column> columns = new ArrayList<>();
        float offset = 0;
        for (int i = 0; i < table.widths().size(); i++) {
            float width = Paper.WIDTH * table.widths().get(i) / all;
            columns.add(new Column(
                    offset + PADDING, width - 2 * PADDING, table.numbers().contains(i)));
            offset += width;
        }
        return columns;
    }

    private float height(List<String> cells, List<Column> columns, Style style) throws IOException {
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            most = Math.max(
                    most, paper.lines(cells.get(i), style, columns.get(i)).size());
        }
        return most * style.line() + 2 * PADDING;
    }

    /** @param parent the table, or null for a head repeated on the next page, which is not read out again */
    private void row(
            List<String> cells, List<Column> columns, Style style, boolean head, @Nullable PDStructureElement parent)
            throws IOException {
        float height = height(cells, columns, style);
        if (head) {
            paper.box(Column.whole(), 0, height, PALE);
        }
        PDStructureElement row = parent == null ? null : tags.add("TR", parent);
        for (int i = 0; i < cells.size(); i++) {
            PDStructureElement cell = row == null ? null : tags.add(head ? "TH" : "TD", row);
            float below = PADDING;
            for (String line : paper.lines(cells.get(i), style, columns.get(i))) {
                paper.line(line, style, columns.get(i), below, cell);
                below += style.line();
            }
        }
        paper.space(height);
        paper.rule(Column.whole(), Paper.LINE);
    }

    private void signature(String name, String caption) throws IOException {
        Column box = new Column(0, Paper.WIDTH * 0.62f, false);
        int lines = paper.lines(caption, small, box).size();
        paper.need(20 + strong.line() + lines * small.line());
        paper.space(16);
        paper.rule(box, Paper.INK);
        paper.space(5);
        PDStructureElement element = tags.add("P", tags.body());
        paper.flow(name, strong, box, element);
        paper.flow(caption, small, box, element);
        paper.space(GAP);
    }

    private void code(String content, String caption) throws IOException {
        Column beside = new Column(CODE + 16, Paper.WIDTH - CODE - 16, false);
        paper.need(CODE + GAP);
        float top = paper.y();
        PDStructureElement figure = tags.add("Figure", tags.body());
        figure.setAlternateDescription(content);
        paper.squares(qr(content), CODE, figure, content);
        paper.space(8);
        paper.flow(caption, text, beside, tags.add("P", tags.body()));
        paper.moveTo(Math.min(paper.y(), top - CODE) - GAP);
    }

    private static boolean[][] qr(String content) {
        try {
            ByteMatrix matrix = Encoder.encode(
                            content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            boolean[][] dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int row = 0; row < dark.length; row++) {
                for (int column = 0; column < dark.length; column++) {
                    dark[row][column] = matrix.get(column, row) == 1;
                }
            }
            return dark;
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** @param pages for example "Page 1 of 2" */
    void foot(PDPage page, String reference, String pages) throws IOException {
        paper.append(page);
        paper.moveTo(Paper.FOOT - 18);
        paper.rule(Column.whole(), Paper.LINE);
        paper.line(Letter.typed(reference), small, new Column(0, Paper.WIDTH * 0.7f, false), 6, null);
        paper.line(pages, small, new Column(Paper.WIDTH * 0.7f, Paper.WIDTH * 0.3f, true), 6, null);
        paper.close();
    }

    void close() throws IOException {
        paper.close();
    }
}
