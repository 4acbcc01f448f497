package health.consilium.prescription.medication;

import health.consilium.kernel.CannotStart;
import health.consilium.prescription.PrescriptionProperties;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list to choose from: generic names (INN) that come with the program, or the clinic's own file. Free text is always good, too. */
@Component
public class Medications {
    private static final int MOST = 20;

    /** @param code in the clinic's own list; null where it has none */
    public record Medication(String name, @Nullable String code) {}

    private record Known(Medication medication, String plain) {}

    private final List<Known> all;

    Medications(PrescriptionProperties settings) {
        this.all = lines(settings.medications())
                .map(Medications::medication)
                .map(one -> new Known(one, plain(one.name())))
                .sorted(Comparator.comparing(Known::plain))
                .toList();
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

    private static Medication medication(String line) {
        String[] parts = line.split(";", -1);
        String code = parts.length > 1 ? parts[1].strip() : "";
        return new Medication(parts[0].strip(), code.isEmpty() ? null : code);
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
