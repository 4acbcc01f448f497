package health.consilium.prescription.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a signature covers.
 *
 * @param code 24 letters and digits that the paper carries
 */
public record Content(
        UUID prescription,
        int version,
        UUID appointment,
        Instant signedAt,
        String code,
        String clinic,
        Doctor doctor,
        Patient patient,
        List<Item> items,
        String notes) {

    public record Doctor(UUID id, String name, String about, String licence) {}

    public record Patient(UUID id, String name, @Nullable LocalDate born) {
        /** "M. R.", the most that is told to whoever knows a part of the code only. */
        public String initials() {
            StringBuilder initials = new StringBuilder();
            for (String word : name.strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    initials.append(initials.isEmpty() ? "" : " ")
                            .appendCodePoint(Character.toUpperCase(word.codePointAt(0)))
                            .append('.');
                }
            }
            return initials.toString();
        }
    }
}
