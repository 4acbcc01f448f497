package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know phone, date of birth and address of whom. */
class UserViewTests {
    private static final UserId SOMEBODY = new UserId(new UUID(0, 1));
    private static final UserId READER = new UserId(new UUID(0, 2));

    @ParameterizedTest(name = "a {1} who treats ({2}) reads of a {0}: everything ({3})")
    @CsvSource({
        "PATIENT, PATIENT, false, false",
        "PATIENT, PATIENT, true, false",
        "PATIENT, DOCTOR, false, false",
        "PATIENT, DOCTOR, true, true",
        "PATIENT, ADMIN, false, true",
        "DOCTOR, PATIENT, true, false",
        "DOCTOR, DOCTOR, true, false",
        "DOCTOR, ADMIN, false, true",
        "ADMIN, DOCTOR, true, false",
        "ADMIN, PATIENT, true, false",
    })
    @DisplayName("A1: a doctor knows their patients, administrators everybody, nobody else anybody")
    void others(Role of, Role reader, boolean treats, boolean everything) {
        UserView seen = view(of).asSeenBy(user(READER, reader), treats);
        assertThat(seen.displayName()).isEqualTo("Somebody");
        assertThat(seen.phone()).isEqualTo(everything ? "+49 30 1" : null);
        assertThat(seen.dateOfBirth()).isEqualTo(everything ? LocalDate.of(1980, 2, 29) : null);
        assertThat(seen.email()).isEqualTo(everything ? "a@b.example" : "");
    }

    @ParameterizedTest
    @CsvSource({"PATIENT", "DOCTOR", "ADMIN"})
    @DisplayName("everybody knows everything of themselves")
    void oneself(Role role) {
        assertThat(view(role).asSeenBy(user(SOMEBODY, role), false)).isEqualTo(view(role));
    }

    private static UserView view(Role role) {
        LocalDate born = LocalDate.of(1980, 2, 29);
        return new UserView(SOMEBODY, role, "Somebody", "a@b.example", "", ZoneOffset.UTC, "en", "+49 30 1", born, "");
    }

    private static CurrentUser user(UserId id, Role role) {
        return new CurrentUser(id, role, "Reader", ZoneOffset.UTC, "en", new UUID(0, 3));
    }
}
