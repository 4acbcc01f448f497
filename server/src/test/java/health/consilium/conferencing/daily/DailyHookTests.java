package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.CallAtProvider;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.consultation.PhaseName;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.Secret;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.Http;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A8: what Daily tells is believed when it is signed, of now, new, and about a room of ours. */
class DailyHookTests extends CallAtProvider {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private FakeDaily daily;

    @Autowired
    private DailyProvider provider;

    @Autowired
    private DailyApi api;

    @Autowired
    private ProviderEvents events;

    @Override
    protected String provider() {
        return DailyProvider.NAME;
    }

    @BeforeEach
    void aConsultationAtDaily() {
        Instant now = clock.instant();
        Room made = provider.open(new RoomRequest(
                room, call.value(), appointment.id().value(), now.minusSeconds(60), now.plus(Duration.ofHours(1)), 2));
        jdbc.sql("update conferencing_room set url = ? where consultation = ?")
                .params(made.url(), call.value())
                .update();
    }

    @AfterEach
    void dailyWasAskedProperly() {
        assertThat(daily.faults()).isEmpty();
    }

    @Test
    @DisplayName("A8: both came in at Daily, so the consultation is live; one is gone, so it is interrupted")
    void facts() {
        joins(doctor);
        String stay = joins(patient);
        phase(PhaseName.LIVE);
        leaves(patient, stay);
        phase(PhaseName.INTERRUPTED);
    }

    @Test
    @DisplayName("forged, old, from the future or unsigned: refused, and nobody is in")
    void refused() {
        String event = joined(patient, "s1", room);
        long now = clock.instant().getEpochSecond();
        assertThat(post(event, now, "bm90IG91ciBzZWNyZXQgbm90IG91ciBzZWNyZXQ=").code())
                .isEqualTo("SIGNATURE_REFUSED");
        assertThat(post(event, now - 301, FakeDaily.SECRET).code()).isEqualTo("SIGNATURE_REFUSED");
        assertThat(post(event, now + 301, FakeDaily.SECRET).code()).isEqualTo("SIGNATURE_REFUSED");
        assertThat(send(event, null, null).code()).isEqualTo("SIGNATURE_REFUSED");
        assertThat(send(
                                event + " ",
                                String.valueOf(now),
                                FakeDaily.signature(String.valueOf(now), event, FakeDaily.SECRET))
                        .code())
                .isEqualTo("SIGNATURE_REFUSED");
        assertThat(stays()).isZero();
    }

    @Test
    @DisplayName("replayed: taken once, answered kindly each time")
    void replayed() {
        joins(doctor);
        String stay = daily.comesIn(
                room, patient.id().value().toString(), clock.instant().toString());
        String event = joined(patient, stay, room);
        for (int i = 0; i < 5; i++) {
            assertThat(tell(event).status()).isEqualTo(200);
        }
        phase(PhaseName.LIVE);
        assertThat(stays()).isEqualTo(2);
        assertThat(told()).isEqualTo(2);
    }

    @Test
    @DisplayName("in the wrong order: who left before it was told that they came is not in")
    void reordered() {
        joins(doctor);
        joins(patient);
        phase(PhaseName.LIVE);
        leaves(patient, "reordered");
        assertThat(tell(joined(patient, "reordered", room)).status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from conferencing_stay where session = 'reordered' and left_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(consultations.find(call).orElseThrow().phase()).isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("delayed by more than a minute: kept, and no call that goes on is interrupted by it")
    void delayed() {
        joins(doctor);
        String stay = joins(patient);
        phase(PhaseName.LIVE);
        double old = clock.instant().getEpochSecond() - 61;
        assertThat(tell(tells().left(patient, stay, room, old)).status()).isEqualTo(200);
        assertThat(consultations.find(call).orElseThrow().phase()).isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("a room that is not ours is refused, and nothing is kept of it")
    void foreignRoom() {
        assertThat(tell(joined(patient, "foreign-stay", "somebody-elses-room")).code())
                .isEqualTo("NOT_FOUND");
        assertThat(jdbc.sql("select count(*) from conferencing_stay where session = 'foreign-stay'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("types and fields that we do not know are taken and left alone")
    void unknown() {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "9")
                .put("type", "participant.danced")
                .put("event_ts", 1);
        event.set("payload", JSON.createObjectNode().put("room", room));
        assertThat(tell(event.toString()).status()).isEqualTo(200);
        assertThat(tell(joined(patient, "s1", room).replace("{\"version\"", "{\"colour\":\"blue\",\"version\""))
                        .status())
                .isEqualTo(200);
        assertThat(stays()).isEqualTo(1);
    }

    @Test
    @DisplayName("what is signed and no event is refused; a notice over 64 kB is not read")
    void notAnEvent() {
        assertThat(tell("[]").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell("not json").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell("\"" + "x".repeat(64 * 1024 - 2) + "\"").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell("\"" + "x".repeat(64 * 1024 - 1) + "\"").code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName(
            "Daily tries our address without a signature, gets its answer, and makes the webhook; nothing else comes of it")
    void trial() {
        assertThat(send("{\"test\":\"test\"}", null, null).status()).isEqualTo(200);
        DailyWebhook webhook = new DailyWebhook(api, new PublicAddress(URI.create("http://127.0.0.1:" + port)));
        webhook.ensure(Secret.of(FakeDaily.SECRET));
        assertThat(webhook.there()).isPresent();
        daily.webhooks().clear();
        assertThat(stays()).isZero();
    }

    @Test
    @DisplayName(
            "a recording that nobody told us of is found, is told once, and, as nobody asked for it, deleted there")
    void recordingFound() {
        Room here = rooms.of(call.value()).orElseThrow();
        provider.start(here);
        String id = daily.recordings().values().stream()
                .filter(one -> one.path("room_name").asString("").equals(room))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        provider.stop(here);
        DailyFilmFinder finder = new DailyFilmFinder(api, events);
        finder.look();
        finder.look();
        double now = clock.instant().getEpochSecond();
        ObjectNode payload = JSON.createObjectNode()
                .put("type", "cloud")
                .put("recording_id", id)
                .put("room_name", room);
        assertThat(tell(daily.event("recording.ready-to-download", now, payload))
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from conferencing_told where provider = 'daily' and key like ?")
                        .param("%" + id + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(daily.recordings()).doesNotContainKey(id));
    }

    private String joins(Person person) {
        String stay = daily.comesIn(
                room, person.id().value().toString(), clock.instant().toString());
        assertThat(tell(joined(person, stay, room)).status()).isEqualTo(200);
        return stay;
    }

    private void leaves(Person person, String stay) {
        daily.present(room).removeIf(one -> one.path("id").asString("").equals(stay));
        assertThat(tell(tells().left(person, stay, room)).status()).isEqualTo(200);
    }

    private String joined(Person person, String stay, String where) {
        return tells().joined(person, stay, where);
    }

    private DailyTells tells() {
        return new DailyTells(port, daily, clock);
    }

    private Http.Answer tell(String body) {
        return tells().tell(body);
    }

    private Http.Answer post(String body, long time, String secret) {
        return tells().post(body, time, secret);
    }

    private Http.Answer send(String body, @Nullable String time, @Nullable String signature) {
        return tells().send(body, time, signature);
    }

    private int stays() {
        return count("conferencing_stay where consultation = ?", call.value());
    }

    private int told() {
        return jdbc.sql(
                        "select count(*) from conferencing_told where provider = 'daily' and key like 'participant.joined:%'"
                                + " and split_part(key, ':', 2) in (select session from conferencing_stay where consultation = ?)")
                .param(call.value())
                .query(Integer.class)
                .single();
    }

    private int count(String from, UUID id) {
        return jdbc.sql("select count(*) from " + from)
                .param(id)
                .query(Integer.class)
                .single();
    }
}
