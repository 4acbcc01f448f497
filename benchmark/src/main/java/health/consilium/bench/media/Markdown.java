package health.consilium.bench.media;

import java.util.List;

/** Text and tables, a line at a time. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    /** A heading and what it is about. */
    Markdown section(String heading, String... words) {
        line("").line(heading);
        for (String sentence : words) {
            line(sentence);
        }
        return line("");
    }

    Markdown head(List<String> names) {
        return row(names).line("|" + "---|".repeat(names.size()));
    }

    Markdown row(List<String> cells) {
        return line("| " + String.join(" | ", cells) + " |");
    }

    Markdown line(String words) {
        text.append(words).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
