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
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** And now it does again. */
    protected abstract void backAgain();

    /** What this token opens, as whoever stands behind it reads it. */
    protected abstract Opens opens(JoinGrant grant);

    /**
     * @param owner whether its holder moderates; null where that is not in the token but known to us alone
     * @param records whether its holder may let the provider record; null like owner
     */
    public record Opens(
            String room,
            @Nullable String person,
            @Nullable Boolean owner,
            @Nullable Boolean records,
            Instant until) {}

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
    @DisplayName("H5: a token opens this room for this person until the end; it moderates for the doctor only")
    void roleAndExpiry() {
        Room room = provider().open(request(ENDS));
        for (boolean owner : new boolean[] {true, false}) {
            Admission who = somebody(owner);
            Opens opens = opens(provider().admit(room, who));
            assertThat(opens.room()).isEqualTo(room.name());
            assertThat(opens.person()).isIn(who.person().toString(), null);
            assertThat(opens.owner()).isIn(owner, null);
            assertThat(opens.until()).isEqualTo(ENDS);
        }
    }

    @Test
    @DisplayName("H5: only the doctor may let the provider record, and only where it is the provider that records")
    void rightToRecord() {
        Room room = provider().open(request(ENDS));
        assertThat(opens(provider().admit(room, somebody(true).recording(false)))
                        .records())
                .isNotEqualTo(true);
        assertThat(opens(provider().admit(room, somebody(false).recording(true)))
                        .records())
                .isNotEqualTo(true);
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
                () -> provider().open(request(ENDS)),
                () -> provider().admit(room, somebody(false)),
                () -> provider().close(room))) {
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
        backAgain();
        assertThat(provider().open(request(ENDS))).isEqualTo(room);
        assertThat(provider().admit(room, somebody(false)).roomName()).isEqualTo(room.name());
        assertThat(output.getAll()).doesNotContain(token).doesNotContain(secrets());
    }

    /** What a JWT says; whether it is signed is looked at elsewhere. */
    protected static JsonNode claims(JoinGrant grant) {
        String payload = grant.token().reveal().split("\\.", -1)[1];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
    }

    /** Of a Jitsi. */
    protected static Opens opensAJitsi(JoinGrant grant) {
        JsonNode claims = claims(grant);
        JsonNode context = claims.path("context");
        return new Opens(
                claims.path("room").asString(),
                null,
                context.path("user").path("moderator").asString().equals("true"),
                context.path("features").path("recording").asString().equals("true"),
                Instant.ofEpochSecond(claims.path("exp").asLong()));
    }

    protected final RoomRequest request(Instant ends) {
        String name = "room-" + consultation.toString().replace("-", "") + "00000000";
        return new RoomRequest(name, consultation, appointment, OPENS, ends, 2);
    }

    protected static Admission somebody(boolean owner) {
        return new Admission(UUID.randomUUID(), owner ? "Dr. Test" : "Test Person", owner, OPENS, ENDS);
    }
}
