package health.consilium.document.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From text as people type it to text as it is drawn: joined Arabic letters, both directions in order, lines broken. */
final class Writing {
    private static final ArabicShaping JOINED =
            new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL);

    private final boolean rightToLeft;

    Writing(Locale language) {
        this.rightToLeft = language.getLanguage().equals("ar");
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** The line in the order of drawing, from left to right (UAX #9). */
    String visual(String line) {
        try {
            Bidi order = new Bidi(JOINED.shape(line), rightToLeft ? Bidi.RTL : Bidi.LTR);
            return order.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING | Bidi.REMOVE_BIDI_CONTROLS);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines no wider than {@code width}; what has no gap is cut where it must be. */
    List<String> lines(String text, Typeface face, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : clean(text).split("\n", -1)) {
            String line = "";
            for (String word : paragraph.split(" +")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (fits(longer, face, size, width)) {
                    line = longer;
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = cut(word, face, size, width, lines);
            }
            lines.add(line);
        }
        return lines;
    }

    private String cut(String word, Typeface face, float size, float width, List<String> lines) throws IOException {
        String rest = word;
        while (!fits(rest, face, size, width) && rest.codePointCount(0, rest.length()) > 1) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length() && fits(rest.substring(0, rest.offsetByCodePoints(end, 1)), face, size, width)) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private boolean fits(String line, Typeface face, float size, float width) throws IOException {
        return face.width(visual(line), size) <= width;
    }

    /** No tabs and no control characters, which fonts cannot draw. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cc}&&[^\n]]", "")
                .strip();
    }
}
