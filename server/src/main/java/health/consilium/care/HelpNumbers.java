package health.consilium.care;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to call in an emergency and in a crisis, by country. From the file care/help-numbers.csv, and from the clinic's own; nothing here dials. */
@Component
public class HelpNumbers {
    private static final int CELLS = 6;
    private static final String FILE = "/care/help-numbers.csv";

    private final List<HelpNumber> all;

    /** @throws IllegalArgumentException when the clinic's own file cannot be read, with the line */
    HelpNumbers(CareProperties settings) {
        Map<String, HelpNumber> byCountry = new TreeMap<>();
        read(new InputStreamReader(
                        Objects.requireNonNull(HelpNumbers.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))
                .forEach(one -> byCountry.put(one.country(), one));
        Path own = settings.helpNumbers();
        if (own != null) {
            try {
                read(Files.newBufferedReader(own)).forEach(one -> byCountry.put(one.country(), one));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "consilium.care.help-numbers is " + own + ": " + e.getMessage() + ".", e);
            }
        }
        all = List.copyOf(byCountry.values());
    }

    private static List<HelpNumber> read(Reader file) {
        try (BufferedReader lines = new BufferedReader(file)) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HelpNumbers::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        if (cells.length != CELLS || !cells[0].matches("[A-Z]{2}") || !cells[1].matches("[0-9]{2,5}")) {
            throw new IllegalArgumentException("this line needs country;emergency;ambulance;police;name;line: " + line);
        }
        return new HelpNumber(
                cells[0], cells[1], orNull(cells[2]), orNull(cells[3]), orNull(cells[4]), orNull(cells[5]));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isBlank() ? null : cell;
    }
}
