package health.consilium.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says. Letterhead and page numbers come by themselves.
 *
 * @param language of the text; right-to-left languages are set from the right
 * @param title large, and the document's title
 * @param subtitle below it, for example the day; null: none
 * @param reference at the foot of each page, for example a receipt's number
 */
public record Letter(
        Locale language, String title, @Nullable String subtitle, List<Block> blocks, String reference) {
    public Letter {
        blocks = List.copyOf(blocks);
    }

    /** Words that somebody typed in a language of their own, for example a dose, inside a sentence (UAX #9 isolate). */
    public static String typed(String words) {
        return "\u2068" + words + "\u2069";
    }

    /** A part of a letter, top to bottom. */
    public sealed interface Block {}

    public record Heading(String text) implements Block {}

    /** Running text; line feeds are kept. */
    public record Paragraph(String text) implements Block {}

    /** A sentence that nobody may overlook, in a frame. */
    public record Notice(String text) implements Block {}

    /** Names with their values, one a line. */
    public record Facts(List<Fact> rows) implements Block {
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    public record Fact(String name, String value) {}

    /**
     * Rows below a head that is repeated on each page.
     *
     * @param widths shares of the width, one a column
     * @param numbers columns set flush with the line's end, counted from 0
     */
    public record Table(List<String> head, List<Integer> widths, List<List<String>> rows, List<Integer> numbers)
            implements Block {
        public Table {
            if (head.size() != widths.size() || rows.stream().anyMatch(row -> row.size() != head.size())) {
                throw new IllegalArgumentException("Each row of a table has as many cells as its head.");
            }
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A line, and below it who signed and how. */
    public record Signature(String name, String caption) implements Block {}

    /** A QR code beside the words that say what it is for. */
    public record Code(String content, String caption) implements Block {}
}
