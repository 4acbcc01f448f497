package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.CallAtProvider;
import health.consilium.conferencing.room.LateCloser;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.consultation.PhaseName;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.FakeDaily.Fault;
import health.consilium.testing.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows A8, H5 and V: a whole consultation that Daily carries, by the server's own routes. */
class DailyCallTests extends CallAtProvider {
    @Autowired
    private FakeDaily daily;

    @Autowired
    private ProviderEvents events;

    @Autowired
    private LateCloser closer;

    @Override
    protected String provider() {
        return DailyProvider.NAME;
    }

    /** Daily counts whole seconds, and classes before this one may have left a fraction behind. */
    @Override
    protected void first() {
        clock.advance(Duration.ofNanos(1_000_000_000L - clock.instant().getNano()));
    }

    @BeforeEach
    void anotherWindowSince() {
        jdbc.sql("update conferencing_room set opens_at = opens_at - interval '1 second' where consultation = ?")
                .param(call.value())
                .update();
        daily.tokens().clear();
    }

    @AfterEach
    void dailyWasAskedProperly() {
        daily.wishesToBeAskedAgainAfter(null);
        daily.meets(Fault.TOO_MANY, 0);
        assertThat(daily.faults()).isEmpty();
    }

    @Test
    @DisplayName("both get what they need to come in: the room's address, and a token that is theirs")
    void entry() {
        JsonNode doctors = enter(doctor).data();
        JsonNode patients = enter(patient).data();
        assertThat(doctors.path("provider").asString()).isEqualTo("daily");
        JsonNode join = doctors.path("join");
        assertThat(join.path("roomName").asString()).isEqualTo(room);
        assertThat(join.path("roomUrl").asString()).isEqualTo("https://consilium-test.daily.co/" + room);
        assertThat(join.path("token").asString())
                .startsWith(FakeDaily.TOKEN)
                .isNotEqualTo(patients.path("join").path("token").asString());
        ObjectNode owner = daily.tokens().getFirst();
        assertThat(owner.path("is_owner").asBoolean()).isTrue();
        assertThat(owner.path("enable_recording").asString()).isEqualTo("cloud");
        assertThat(owner.path("user_id").asString())
                .isEqualTo(doctor.id().value().toString());
        assertThat(daily.tokens().getLast().path("is_owner").asBoolean(true)).isFalse();
        assertThat(exp()).isEqualTo(view().endsAt().getEpochSecond());
    }

    @Test
    @DisplayName("Daily is away: it is said, nothing is decided, and a moment later one comes in")
    void outage() {
        daily.wishesToBeAskedAgainAfter("600");
        daily.meets(Fault.TOO_MANY, 100);
        Http.Answer away = enter(doctor);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(away.body().toString()).doesNotContain(room, FakeDaily.KEY);
        daily.meets(Fault.TOO_MANY, 0);
        assertThat(enter(doctor).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A8: somebody deletes the room at Daily's dashboard: the next one who comes in finds it made again")
    void deletedAtTheDashboard() {
        enter(doctor);
        daily.deleted(room);
        assertThat(enter(patient).status()).isEqualTo(200);
        assertThat(daily.room(room)).isNotNull();
        assertThat(exp()).isEqualTo(view().endsAt().getEpochSecond());
    }

    @Test
    @DisplayName("V: the doctor extends, and Daily puts nobody out at the old end")
    void extended() {
        comeIn();
        Instant end = view().endsAt();
        consultations.extend(call, doctor.user(), 5);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(exp()).isEqualTo(end.plusSeconds(300).getEpochSecond()));
    }

    @Test
    @DisplayName("the end: everybody is out, not in again, and the room is gone")
    void ended() {
        comeIn();
        consultations.end(call, doctor.user());
        gone();
        assertThat(daily.banned(room)).contains(patient.id().value().toString());
    }

    @Test
    @DisplayName("the end while Daily is away: the consultation is over, and the room goes as soon as Daily is back")
    void endedDuringAnOutage() {
        comeIn();
        daily.wishesToBeAskedAgainAfter("600");
        daily.meets(Fault.TOO_MANY, 1000);
        consultations.end(call, doctor.user());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(closed()).isTrue());
        closer.look();
        assertThat(daily.room(room)).isNotNull();
        daily.meets(Fault.TOO_MANY, 0);
        closer.look();
        gone();
        // A look of the server's own may still be on its way.
        await().untilAsserted(() -> {
            daily.requests().clear();
            closer.look();
            assertThat(daily.requests()).noneMatch(one -> one.contains(room));
        });
    }

    /** By what Daily tells, as its webhooks do. */
    private void comeIn() {
        for (Person person : List.of(doctor, patient)) {
            enter(person);
            UUID id = person.id().value();
            String stay = daily.comesIn(room, id.toString(), clock.instant().toString());
            events.receive(new ProviderEvent.Joined("daily", "joined:" + stay, room, stay, id, clock.instant()));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(view().phase()).isEqualTo(PhaseName.LIVE));
    }

    private void gone() {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(daily.room(room)).isNull());
        assertThat(daily.present(room)).isEmpty();
    }

    private boolean closed() {
        return jdbc.sql("select closed_at is not null from conferencing_room where consultation = ?")
                .param(call.value())
                .query(Boolean.class)
                .single();
    }

    private long exp() {
        return Objects.requireNonNull(daily.room(room))
                .path("config")
                .path("exp")
                .asLong();
    }

    private Http.Answer enter(Person person) {
        return new Http(port)
                .send("POST", "/api/v1/consultations/" + appointment.id().value() + "/entry", person.token(), "{}");
    }
}
