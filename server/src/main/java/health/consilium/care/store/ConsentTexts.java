package health.consilium.care.store;

import health.consilium.care.CareProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The wordings about care by video, by version and language. The highest version is today's. */
@Component
public class ConsentTexts {
    private static final Pattern PLACE = Pattern.compile(".*/([1-9][0-9]{0,5})/([a-z]{2})\\.txt");
    private static final String FALLBACK = "en";

    private final TreeMap<Integer, Map<String, ConsentText>> versions = new TreeMap<>();

    ConsentTexts(CareProperties settings, @Value("${consilium.name:Consilium}") String clinic) throws IOException {
        String place = settings.consentTexts().replaceAll("/+$", "") + "/";
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(place + "*/*.txt")) {
            Matcher match = PLACE.matcher(file.getURI().toString());
            if (match.matches()) {
                int version = Integer.parseInt(match.group(1));
                String text = file.getContentAsString(StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .replace("{clinic}", clinic)
                        .strip();
                versions.computeIfAbsent(version, v -> new HashMap<>())
                        .put(match.group(2), new ConsentText(version, match.group(2), text));
            }
        }
        if (versions.isEmpty() || !versions.lastEntry().getValue().containsKey(FALLBACK)) {
            throw new IllegalArgumentException("consilium.care.consent-texts is " + settings.consentTexts()
                    + ": the newest version there needs a file en.txt, for example 2/en.txt.");
        }
    }

    public int current() {
        return versions.lastKey();
    }

    /** Today's wording in that language, or in English. */
    public ConsentText in(String language) {
        Map<String, ConsentText> languages = versions.lastEntry().getValue();
        ConsentText wanted = languages.get(language.length() > 2 ? language.substring(0, 2) : language);
        return wanted != null ? wanted : Objects.requireNonNull(languages.get(FALLBACK));
    }
}
