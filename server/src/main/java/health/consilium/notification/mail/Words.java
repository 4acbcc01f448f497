package health.consilium.notification.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one language, with places such as {day} that are filled in. Nothing that is filled in is read as a sentence again. */
public final class Words {
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final Properties sentences = new Properties();

    private Words(String language) {
        this.language = language;
        try (InputStream file = Words.class.getResourceAsStream("/mail/words_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no words in " + language);
            }
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param locale BCP 47; English where there are no words in it */
    public static Words in(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return LOADED.computeIfAbsent(LANGUAGES.contains(language) ? language : "en", Words::new);
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public boolean rightToLeft() {
        return language.equals("ar");
    }

    /** What people typed, kept together inside a sentence that may run the other way. */
    String isolated(String text) {
        return rightToLeft() ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    /** Between a day and a time. */
    String comma() {
        return rightToLeft() ? "\u060c " : ", ";
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }

    String raw(String key) {
        return sentences.getProperty(key, "");
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** @throws IllegalStateException when nobody wrote that sentence, or nothing is there for one of its places */
    String say(String key, Map<String, String> places) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        return PLACE.matcher(sentence).replaceAll(place -> {
            String value = places.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing for " + place.group(1) + " in " + key);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
