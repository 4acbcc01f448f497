package health.consilium.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A12: what mails say, in every language. */
class WordsTests {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @Test
    @DisplayName("A12: every sentence is there in every language, with the same places to fill in")
    void everySentenceInEveryLanguage() {
        Words english = Words.in("en");
        for (String language : Words.LANGUAGES) {
            Words words = Words.in(language);
            assertThat(words.keys()).as(language).isEqualTo(english.keys());
            for (String key : english.keys()) {
                assertThat(places(words, key)).as(language + " " + key).isEqualTo(places(english, key));
                assertThat(words.raw(key)).as(language + " " + key).isNotBlank();
            }
        }
    }

    @Test
    @DisplayName("A3: every kind has a subject, a preheader, a title, a text, a button and a short message")
    void everyKind() {
        List<String> missing = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String part : List.of("subject", "preheader", "title", "text", "button", "sms")) {
                boolean said = !part.equals("sms") || kind.channels().contains(Channel.SMS);
                if (said && !Words.in("en").has(kind + "." + part)) {
                    missing.add(kind + "." + part);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("a sentence that nobody wrote, or that has nothing to fill in, is not sent")
    void missingWords() {
        assertThatThrownBy(() -> Words.in("de").say("NOTHING.subject", Map.of()))
                .hasMessageContaining("NOTHING");
        assertThatThrownBy(() -> Words.in("de").say("greeting", Map.of())).hasMessageContaining("name");
    }

    @Test
    @DisplayName("what is filled in is not read as a sentence again")
    void noSecondReading() {
        assertThat(Words.in("en").say("greeting", Map.of("name", "{doctor} $1 \\")))
                .isEqualTo("Hello {doctor} $1 \\,");
    }

    @Test
    @DisplayName("A12: a language that there are no words in is English")
    void unknownLanguage() {
        assertThat(Words.in("pt-BR")).isSameAs(Words.in("en"));
        assertThat(Words.in("de-AT")).isSameAs(Words.in("de"));
    }

    private static Set<String> places(Words words, String key) {
        Set<String> all = new TreeSet<>();
        PLACE.matcher(words.raw(key)).results().forEach(found -> all.add(found.group()));
        return all;
    }
}
