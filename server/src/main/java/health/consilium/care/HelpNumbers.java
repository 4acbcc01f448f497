package health.consilium.care;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to call in an emergency and in a crisis, by country. From the file care/help-numbers.csv; nothing here dials. */
@Component
public class HelpNumbers {
    private static final String FILE = "/care/help-numbers.csv";

    private final List<HelpNumber> all;

    HelpNumbers() {
        try (InputStream file = Objects.requireNonNull(HelpNumbers.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            all = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HelpNumbers::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The numbers of one country.
     *
     * @param country ISO 3166, two letters
     * @param emergency for anything that cannot wait
     * @param ambulance where it differs
     * @param police where it differs
     * @param crisisName who answers at the crisis line
     */
    public record HelpNumber(
            String country,
            String emergency,
            @Nullable String ambulance,
            @Nullable String police,
            @Nullable String crisisName,
            @Nullable String crisisLine) {}

    public List<HelpNumber> all() {
        return all;
    }

    public Optional<HelpNumber> of(@Nullable String country) {
        return all.stream().filter(one -> one.country().equals(country)).findFirst();
    }

    private static HelpNumber read(String line) {
        String[] cells = line.split(";", -1);
        return new HelpNumber(
                cells[0], cells[1], orNull(cells[2]), orNull(cells[3]), orNull(cells[4]), orNull(cells[5]));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isBlank() ? null : cell;
    }
}
