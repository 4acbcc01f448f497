package health.consilium.document;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The clinic as its paper shows it. */
@Component
public class Letterhead {
    private final String clinic;
    private final List<String> lines;

    @Autowired
    Letterhead(
            @Value("${consilium.name:Consilium}") String clinic,
            @Value("${consilium.contact-phone:#{null}}") @Nullable String phone,
            @Value("${consilium.contact-email:#{null}}") @Nullable String email,
            ClinicProperties more) {
        this(clinic, lines(phone, email, more));
    }

    public Letterhead(String clinic, List<String> lines) {
        this.clinic = clinic;
        this.lines = List.copyOf(lines);
    }

    private static List<String> lines(@Nullable String phone, @Nullable String email, ClinicProperties more) {
        Stream<String> address = more.address() == null
                ? Stream.of()
                : Arrays.stream(more.address().split(";"));
        return Stream.concat(
                        address, Stream.of(phone, email, more.registration()).filter(Objects::nonNull))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public String clinic() {
        return clinic;
    }

    /** Address, telephone, mail, registration: those that are set. */
    public List<String> lines() {
        return lines;
    }
}
