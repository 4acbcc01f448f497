package health.consilium.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import health.consilium.document.Letter.Code;
import health.consilium.document.Letter.Fact;
import health.consilium.document.Letter.Facts;
import health.consilium.document.Letter.Heading;
import health.consilium.document.Letter.Notice;
import health.consilium.document.Letter.Paragraph;
import health.consilium.document.Letter.Signature;
import health.consilium.document.Letter.Table;
import health.consilium.document.pdf.LettersForTests;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents on the clinic's paper (A4: PDF). */
class LettersTests {
    private static final Letters LETTERS = LettersForTests.of(
            new Letterhead("Practice at the Park", List.of("Parkstrasse 5", "10115 Berlin", "+49 30 1234567")));

    private static Letter letter(String language, Letter.Block... blocks) {
        return new Letter(Locale.forLanguageTag(language), "Title", null, List.of(blocks), "R-7");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }

    @Test
    @DisplayName("A4: a letter holds letterhead, title, every block and page numbers, and says its language and title")
    void everyBlock() throws IOException {
        byte[] pdf = LETTERS.render(letter(
                "de",
                new Heading("Überschrift"),
                new Paragraph("Ein Satz mit Grüßen."),
                new Notice("Zurückgezogen"),
                new Facts(List.of(new Fact("Für", "María Ñandú"))),
                new Table(List.of("Was", "Betrag"), List.of(3, 1), List.of(List.of("Gespräch", "45,00 €")), List.of(1)),
                new Signature("Dr. Anna Weber", "Digital unterschrieben"),
                new Code("https://clinic.example/verify#ABC", "Prüfen")));
        assertThat(text(pdf))
                .contains("Practice at the Park", "Parkstrasse 5", "Title", "Überschrift", "Ein Satz mit Grüßen.")
                .contains(
                        "Zurückgezogen", "María Ñandú", "45,00 €", "Dr. Anna Weber", "Prüfen", "R-7", "Seite 1 von 1");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Title");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("A4: a long table goes over several pages, each with its head and its number, and loses no row")
    void pages() throws IOException {
        List<List<String>> rows = IntStream.rangeClosed(1, 120)
                .mapToObj(n -> List.of("row-" + n + "-", "words ".repeat(12)))
                .toList();
        byte[] pdf = LETTERS.render(letter("en", new Table(List.of("Name", "Text"), List.of(1, 2), rows, List.of())));
        String text = text(pdf);
        rows.forEach(row -> assertThat(text).containsOnlyOnce(row.getFirst()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(text).contains("Page 1 of " + pages, "Page " + pages + " of " + pages);
            assertThat(text.split("Name", -1)).hasSize(pages + 1);
        }
    }

    @Test
    @DisplayName("A12: Arabic letters are joined and drawn from the right; screen readers are told the text as written")
    void arabic() throws IOException {
        byte[] pdf = LETTERS.render(letter("ar", new Paragraph("السلام عليكم 500 mg")));
        assertThat(text(pdf)).contains("السلام عليكم", "صفحة 1 من 1");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFMarkedContentExtractor reader = new PDFMarkedContentExtractor();
            reader.processPage(document.getPage(0));
            assertThat(reader.getMarkedContents())
                    .extracting(PDMarkedContent::getActualText)
                    .contains("السلام عليكم 500 mg");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ar");
        }
    }

    @Test
    @DisplayName("A word that no line can hold is cut, and what no font has becomes a question mark")
    void hardCases() throws IOException {
        byte[] pdf = LETTERS.render(
                letter("en", new Paragraph("x".repeat(300)), new Paragraph("Елена Ωμέγα \uD83D\uDE00\u0007\ttab")));
        String text = text(pdf);
        assertThat(text.chars().filter(letter -> letter == 'x').count()).isEqualTo(300);
        assertThat(text).contains("Елена Ωμέγα ? tab");
    }

    @Test
    @DisplayName("A4: the QR code of a page can be read, from the picture of the page")
    void qrCode() throws Exception {
        String address = "https://clinic.example/verify#ABCD-EFGH-JKMN";
        BufferedImage page = picture(LETTERS.render(letter("en", new Code(address, "Check it"))), 150);
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var seen =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots)));
        assertThat(new MultiFormatReader().decode(seen).getText()).isEqualTo(address);
    }

    @Test
    @DisplayName("A2: a receipt says number, sums in the reader's way, and what went back")
    void receipt() throws IOException {
        var sums = new ReceiptLetter.Sums(
                "2030-000001",
                Instant.parse("2030-01-07T23:30:00Z"),
                "Maria Rossi",
                "Dr Anna Weber",
                Instant.parse("2030-01-07T09:00:00Z"),
                4500,
                "EUR",
                "staff",
                new BigDecimal("19.0"),
                "",
                1500);
        String german = text(LETTERS.render(new ReceiptLetter("de-AT", ZoneId.of("Europe/Vienna")).of(sums)));
        assertThat(german.replace('\u00a0', ' '))
                .contains("Quittung", "8. Januar 2030", "2030-000001", "45,00 €", "-15,00 €", "30,00 €", "19 %")
                .contains("Bezahlt mit", "Zahlung in der Praxis");
    }

    @Test
    @DisplayName("Pages to be looked at, when LETTERS_TO names a folder; each has ink on it")
    void looks() throws IOException {
        for (String language : List.of("de", "ar")) {
            boolean arabic = language.equals("ar");
            BufferedImage page = picture(
                    LETTERS.render(letter(
                            language,
                            new Notice(arabic ? "تم سحب هذه الوصفة" : "Diese Verordnung wurde zurückgezogen."),
                            new Heading(arabic ? "المريض" : "Für"),
                            new Facts(List.of(
                                    new Fact(arabic ? "الاسم" : "Name", arabic ? "ماريا روسي" : "Maria Rossi"))),
                            new Table(
                                    List.of(arabic ? "الدواء" : "Arzneimittel", arabic ? "الجرعة" : "Dosis"),
                                    List.of(3, 1),
                                    List.of(List.of("Amoxicillin (Pharma) 500 mg", "1-0-1")),
                                    List.of(1)),
                            new Paragraph(
                                    arabic
                                            ? "تناول الدواء مع كوب من الماء، 3 مرات في اليوم. ".repeat(4)
                                            : "Mit einem Glas Wasser einnehmen. ".repeat(6)),
                            new Signature("Dr Anna Weber", arabic ? "موقّع رقمياً" : "Elektronisch unterschrieben"),
                            new Code(
                                    "https://clinic.example/verify#ABCD",
                                    arabic ? "تحقق من هذا المستند" : "Prüfen Sie dieses Dokument"))),
                    80);
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            assertThat(IntStream.of(dots).filter(dot -> (dot & 0xff) < 0x80).count())
                    .isGreaterThan(2_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter", "prescription", "receipt"})
    @DisplayName("A12: the words of documents are there in all five languages")
    void allLanguages(String name) throws IOException {
        TreeSet<String> english = keys(name, "en");
        assertThat(english).isNotEmpty();
        for (String language : Words.LANGUAGES) {
            assertThat(keys(name, language)).as(language).isEqualTo(english);
        }
    }

    private static TreeSet<String> keys(String name, String language) throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src", "main", "resources", "documents", name + "." + language + ".properties"))) {
            words.load(in);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    static BufferedImage picture(byte[] pdf, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi);
            String folder = System.getenv("LETTERS_TO");
            if (folder != null) {
                ImageIO.write(page, "png", new File(folder, System.nanoTime() + ".png"));
            }
            return page;
        }
    }
}
