package health.consilium.prescription.medication;

import health.consilium.kernel.CannotStart;
import health.consilium.prescription.PrescriptionProperties;
import health.consilium.prescription.domain.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list to choose from: generic names (INN) that come with the program, or the clinic's own file. Free text is always good, too. */
@Component
public class Medications {
    private static final int MOST = 20;

    /**
     * One to choose.
     *
     * @param code in the clinic's own list; null where it has none
     * @param system of which code system that is, a URI; null where the list does not say
     */
    public record Medication(
            String name, @Nullable String code, @Nullable String system) {}

    private record Known(Medication medication, String plain) {}

    private static final int PARTS = 3;
    private static final int LONGEST_NAME = 200;
    private static final Pattern CODE = Pattern.compile("\\S{1,60}");
    /** RFC 3986: a scheme, and something of it. */
    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9+.-]*:\\S{1,190}");

    private final List<Known> all;
    private final Map<String, Medication> byName;

    Medications(PrescriptionProperties settings) {
        this.all = lines(settings.medications())
                .map(Medications::medication)
                .map(one -> new Known(one, plain(one.name())))
                .sorted(Comparator.comparing(Known::plain))
                .toList();
        this.byName = all.stream()
                .map(Known::medication)
                .collect(Collectors.toUnmodifiableMap(Medication::name, Function.identity(), (first, other) -> first));
    }

    /** Those that begin with it first, then those that have it elsewhere; accents and capitals do not matter. */
    public List<Medication> search(String typed) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .filter(one -> one.plain.contains(wanted))
                .sorted(Comparator.comparing(one -> !one.plain.startsWith(wanted)))
                .limit(MOST)
                .map(Known::medication)
                .toList();
    }

    /** With the code that the list has for this very name, and with none where it has none: what a browser says counts for nothing. */
    public Item coded(Item item) {
        Medication known = byName.get(item.medication());
        return known == null ? item.coded(null, null) : item.coded(known.code(), known.system());
    }

    private static Medication medication(String line) {
        String[] parts = line.split(";", -1);
        String code = part(parts, 1);
        String system = part(parts, 2);
        boolean sound = parts.length <= PARTS
                && !parts[0].isBlank()
                && parts[0].strip().length() <= LONGEST_NAME
                && (code == null || CODE.matcher(code).matches())
                && (system == null || code != null && SYSTEM.matcher(system).matches());
        if (!sound) {
            throw new CannotStart(
                    "consilium.prescription.medications has a line that cannot be read: " + line,
                    "Write name, name;code, or name;code;system, where the system is a URI such as http://www.whocc.no/atc.");
        }
        return new Medication(parts[0].strip(), code, system);
    }

    private static @Nullable String part(String[] parts, int at) {
        return parts.length > at && !parts[at].isBlank() ? parts[at].strip() : null;
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Stream<String> lines(@Nullable String file) {
        try (InputStream shipped = Medications.class.getResourceAsStream("/medications/generic-names.txt")) {
            String text = file == null
                    ? new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
            return Arrays.stream(text.split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new CannotStart(
                    "consilium.prescription.medications names " + file + ", which cannot be read as UTF-8 text.",
                    "Correct the name or the file, or remove the setting.");
        }
    }
}
