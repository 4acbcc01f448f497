package health.consilium.care.store;

import java.util.Arrays;
import java.util.List;

/**
 * A wording as it is read.
 *
 * @param language in which it is; English where there is none in the language asked for
 * @param text the title on the first line, paragraphs set apart by empty lines
 */
public record ConsentText(int version, String language, String text) {
    public String title() {
        return text.lines().findFirst().orElse("");
    }

    public List<String> paragraphs() {
        return Arrays.stream(text.split("\n\\s*\n"))
                .skip(1)
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
