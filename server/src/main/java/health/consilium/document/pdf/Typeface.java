package health.consilium.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** One weight: Atkinson Hyperlegible Next, Noto Sans Arabic, and Noto Sans for Greek, Cyrillic and the rest. */
final class Typeface {
    private static final int UNITS = 1000;
    private static final int MISSING = '?';

    private final List<Cut> cuts;

    Typeface(PDDocument document, String weight) {
        this.cuts = List.of(
                new Cut(document, "AtkinsonHyperlegibleNext-" + weight),
                new Cut(document, "NotoSansArabic-" + weight),
                new Cut(document, "NotoSans-" + weight));
    }

    /** Text that one font can draw. */
    record Run(PDFont font, String text) {}

    /** A font file, read when a letter of it is needed. */
    private static final class Cut {
        private final PDDocument document;
        private final String name;
        private @Nullable CmapLookup glyphs;
        private @Nullable TrueTypeFont file;
        private @Nullable PDFont font;

        Cut(PDDocument document, String name) {
            this.document = document;
            this.name = name;
        }

        boolean has(int letter) throws IOException {
            if (glyphs == null) {
                try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                    file = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, name)));
                    glyphs = file.getUnicodeCmapLookup();
                }
            }
            return glyphs.getGlyphId(letter) != 0;
        }

        PDFont font() throws IOException {
            if (font == null) {
                font = PDType0Font.load(document, Objects.requireNonNull(file), true);
            }
            return font;
        }
    }

    /** @param visual text in the order it is drawn, left to right */
    List<Run> runs(String visual) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Cut current = cuts.getFirst();
        for (int letter : visual.codePoints().toArray()) {
            Cut cut = cutFor(letter);
            int drawn = cut == null ? MISSING : letter;
            Cut next = cut == null
                    ? cuts.getFirst()
                    : Character.isWhitespace(letter) && current.has(letter) ? current : cut;
            if (next != current && !text.isEmpty()) {
                runs.add(new Run(current.font(), text.toString()));
                text.setLength(0);
            }
            current = next;
            text.appendCodePoint(drawn);
        }
        if (!text.isEmpty()) {
            current.has(MISSING);
            runs.add(new Run(current.font(), text.toString()));
        }
        return runs;
    }

    private @Nullable Cut cutFor(int letter) throws IOException {
        for (Cut cut : cuts) {
            if (cut.has(letter)) {
                return cut;
            }
        }
        return null;
    }

    float width(String visual, float size) throws IOException {
        float width = 0;
        for (Run run : runs(visual)) {
            width += run.font().getStringWidth(run.text());
        }
        return width * size / UNITS;
    }
}
