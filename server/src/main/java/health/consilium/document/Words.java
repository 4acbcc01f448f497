package health.consilium.document;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of documents, from {@code /documents/NAME.LANGUAGE.properties} (UTF-8). Languages that there are no words in
 * read English.
 */
public final class Words {
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");
    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final Locale language;
    private final Properties sentences;

    private Words(Locale language, Properties sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /**
     * @param name of the set, for example "prescription"
     * @param tag BCP 47, for example "de-AT"
     */
    public static Words of(String name, @Nullable String tag) {
        String wanted = Locale.forLanguageTag(tag == null ? "en" : tag).getLanguage();
        String language = LANGUAGES.contains(wanted) ? wanted : "en";
        return READ.computeIfAbsent(
                name + "." + language, file -> new Words(Locale.forLanguageTag(language), read(file)));
    }

    /** The language these words are in. */
    public Locale language() {
        return language;
    }

    /** The sentence of that name, with its places {@code {0}}, {@code {1}} filled (ICU message format). */
    public String say(String key, Object... values) {
        String sentence = Objects.requireNonNull(sentences.getProperty(key), key);
        return values.length == 0 ? sentence : new MessageFormat(sentence, language).format(values);
    }

    private static Properties read(String file) {
        Properties sentences = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/documents/" + file + ".properties")) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
