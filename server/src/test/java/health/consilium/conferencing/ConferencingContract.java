package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every provider must do, whoever it is (row A8). */
@ExtendWith(OutputCaptureExtension.class)
public abstract class ConferencingContract {
    protected static final Instant OPENS = Instant.parse("2030-01-07T09:50:00Z");
    protected static final Instant ENDS = Instant.parse("2030-01-07T10:20:00Z");

    private final UUID consultation = UUID.randomUUID();
    private final UUID appointment = UUID.randomUUID();

    /** The adapter under test; whatever clock it has stands in the window. */
    protected abstract ConferencingProvider provider();

    /** From now on whoever stands behind it does not answer. */
    protected abstract void outage();

    /** Whether it works although nobody else is there: then an outage changes nothing. */
    protected abstract boolean needsNobody();

    /** What must be in no message and in no log, beside the tokens of people. */
    protected abstract List<String> secrets();

    @Test
    @DisplayName("A8: asked twice, it is one room, with the name that was asked for")
    void oneRoom() {
        Room room = provider().open(request(ENDS));
        assertThat(room.provider()).isEqualTo(provider().name());
        assertThat(room.name()).isEqualTo(request(ENDS).name());
        assertThat(provider().open(request(ENDS))).isEqualTo(room);
    }

    @Test
    @DisplayName("V: a consultation that is extended keeps its room")
    void anotherWindow() {
        Room room = provider().open(request(ENDS));
        assertThat(provider().open(request(ENDS.plus(Duration.ofMinutes(15))))).isEqualTo(room);
    }

    @Test
    @DisplayName("H5: everybody has a token of their own for this room, which ends with the window and prints nowhere")
    void tokens() {
        Room room = provider().open(request(ENDS));
        JoinGrant doctors = provider().admit(room, somebody(true));
        JoinGrant patients = provider().admit(room, somebody(false));
        assertThat(doctors.token().reveal())
                .isNotBlank()
                .isNotEqualTo(patients.token().reveal());
        for (JoinGrant grant : List.of(doctors, patients)) {
            assertThat(grant.provider()).isEqualTo(provider().name());
            assertThat(grant.roomName()).isEqualTo(room.name());
            assertThat(grant.expiresAt()).isBeforeOrEqualTo(ENDS);
            assertThat(grant.roomUrl()).doesNotContain(grant.token().reveal());
            assertThat(grant.toString()).doesNotContain(grant.token().reveal());
        }
    }

    @Test
    @DisplayName("A8: a room that is unknown or closed already closes without complaint")
    void closing() {
        Room unknown = new Room(provider().name(), "room-" + "0".repeat(40), "https://rooms.example/unknown");
        assertThatCode(() -> provider().close(unknown)).doesNotThrowAnyException();
        Room room = provider().open(request(ENDS));
        provider().admit(room, somebody(true));
        provider().close(room);
        assertThatCode(() -> provider().close(room)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "A8: whoever does not answer is PROVIDER_UNAVAILABLE, in words, without a secret; and is asked again later")
    void awayForAWhile(CapturedOutput output) {
        Room room = provider().open(request(ENDS));
        String token = provider().admit(room, somebody(false)).token().reveal();
        outage();
        for (ThrowingCallable step : List.<ThrowingCallable>of(
                () -> provider().open(request(ENDS)), () -> provider().close(room))) {
            Throwable failure = catchThrowable(step);
            if (needsNobody()) {
                assertThat(failure).isNull();
            } else {
                assertThat(failure).isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
                    assertThat(String.valueOf(problem.getMessage()))
                            .isNotBlank()
                            .doesNotContain(secrets());
                });
            }
        }
        assertThat(output.getAll()).doesNotContain(token).doesNotContain(secrets());
    }

    protected final RoomRequest request(Instant ends) {
        String name = "room-" + consultation.toString().replace("-", "") + "00000000";
        return new RoomRequest(name, consultation, appointment, OPENS, ends, 2);
    }

    protected static Admission somebody(boolean owner) {
        return new Admission(UUID.randomUUID(), owner ? "Dr. Test" : "Test Person", owner, OPENS, ENDS);
    }
}
