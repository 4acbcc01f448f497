package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.room.NewsDesk;
import health.consilium.conferencing.spi.PastStay;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.ProviderEvents.Receipt;
import health.consilium.conferencing.spi.Seat;
import health.consilium.consultation.PhaseName;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.Clinic.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same facts, whoever carries the call (row A8). */
class ProviderNewsTests extends CallAtProvider {
    @Autowired
    private ProviderEvents events;

    @Autowired
    private NewsDesk desk;

    private int told;

    @Override
    protected String provider() {
        return "builtin";
    }

    @Test
    @DisplayName(
            "A8: both came in there, so the consultation is live; one is gone, so it is interrupted; back, live again")
    void facts() {
        bothAreIn();
        left("p1", patient, now());
        phase(PhaseName.INTERRUPTED);
        joined("p2", patient, now());
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: told twice, it counts once")
    void twice() {
        ProviderEvent event = new ProviderEvent.Joined(
                "builtin", "once-" + room, room, "p1", patient.id().value(), now());
        assertThat(events.receive(event)).isEqualTo(Receipt.TAKEN);
        assertThat(events.receive(event)).isEqualTo(Receipt.KNOWN_ALREADY);
    }

    @Test
    @DisplayName("A8: the end of a stay that is told before its beginning ends nothing and begins nothing")
    void theWrongWayRound() {
        bothAreIn();
        left("p2", patient, now());
        joined("p2", patient, now().minusSeconds(5));
        joined("p3", doctor, now());
        assertThat(consultations.find(call).orElseThrow().phase()).isEqualTo(PhaseName.LIVE);
        left("p1", patient, now());
        phase(PhaseName.INTERRUPTED);
    }

    @Test
    @DisplayName("A8: whoever reloads the page is in twice for a moment, and not gone when the first stay is over")
    void reload() {
        bothAreIn();
        joined("p2", patient, now());
        left("p1", patient, now());
        left("d1", doctor, now());
        phase(PhaseName.INTERRUPTED);
        assertThat(consultations.find(call).orElseThrow().absent()).isEqualTo(doctor.id());
    }

    @Test
    @DisplayName("A8: what happened more than a minute ago says nothing about now")
    void oldNews() {
        bothAreIn();
        left("p1", patient, now().minus(Duration.ofSeconds(60)).minusMillis(1));
        left("d1", doctor, now().minus(Duration.ofSeconds(60)));
        phase(PhaseName.INTERRUPTED);
        assertThat(consultations.find(call).orElseThrow().absent()).isEqualTo(doctor.id());
    }

    @Test
    @DisplayName("A8: a stranger in the room makes no fact, and a room that is not ours is refused")
    void strangers() {
        joined("x", clinic.somebody(Role.DOCTOR), now());
        joined("p1", patient, now());
        phase(PhaseName.WAITING);
        assertThat(consultations.find(call).orElseThrow().present()).containsExactly(patient.id());
        assertThatThrownBy(() -> events.receive(new ProviderEvent.Left(
                        "builtin",
                        "k" + room,
                        "room-of-others",
                        "p1",
                        patient.id().value(),
                        now())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> events.receive(new ProviderEvent.Left(
                        "daily", "k" + room, room, "p1", patient.id().value(), now())))
                .isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("A8: news of a consultation that is over changes nothing")
    void over() {
        bothAreIn();
        consultations.end(call, doctor.user());
        joined("p9", patient, now());
        left("d1", doctor, now());
        phase(PhaseName.ENDED);
    }

    @Test
    @DisplayName("A8: what got lost on the way is found by asking who is in")
    void repair() {
        desk.seen(call.value(), List.of(seat("p1", patient), seat("d1", doctor)), now());
        phase(PhaseName.LIVE);
        desk.seen(call.value(), List.of(seat("p1", patient), seat("d1", doctor)), now());
        desk.seen(call.value(), List.of(seat("p1", patient)), now().plusSeconds(60));
        phase(PhaseName.INTERRUPTED);
        assertThat(consultations.find(call).orElseThrow().absent()).isEqualTo(doctor.id());
    }

    @Test
    @DisplayName("A8: whoever came while the provider was answering is not in its answer, and is not gone")
    void cameJustNow() {
        bothAreIn();
        desk.seen(call.value(), List.of(seat("d1", doctor)), now());
        assertThat(rooms.isIn(call.value(), patient.id().value())).isTrue();
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: who was thought to be gone and is seen again is in again")
    void inAfterAll() {
        bothAreIn();
        left("p1", patient, now());
        phase(PhaseName.INTERRUPTED);
        desk.seen(call.value(), List.of(seat("p1", patient), seat("d1", doctor)), now());
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: whoever is seen with another stay than before never was gone")
    void anotherStay() {
        bothAreIn();
        desk.seen(call.value(), List.of(seat("p2", patient), seat("d1", doctor)), now().plusSeconds(60));
        assertThat(rooms.isIn(call.value(), patient.id().value())).isTrue();
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: that the room was empty is told late, when both are back: it ends only stays of before")
    void emptyBefore() {
        bothAreIn();
        events.receive(new ProviderEvent.RoomEmpty("builtin", "empty-" + room, room, now().minusSeconds(1)));
        assertThat(rooms.isIn(call.value(), patient.id().value())).isTrue();
        assertThat(rooms.isIn(call.value(), doctor.id().value())).isTrue();
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: an empty room is everybody's going")
    void empty() {
        bothAreIn();
        events.receive(new ProviderEvent.RoomEmpty("builtin", "empty-" + room, room, now()));
        await().untilAsserted(() ->
                assertThat(consultations.find(call).orElseThrow().present()).isEmpty());
    }

    @Test
    @DisplayName("A8: what nobody told of is found after the end, in order and once; what was told stays as it was")
    void found() {
        joined("d1", doctor, now().minusSeconds(300));
        Instant before = now().minusSeconds(400);
        List<PastStay> past = List.of(
                new PastStay("p2", patient.id().value(), before.plusSeconds(200), before.plusSeconds(390)),
                new PastStay("p1", patient.id().value(), before.plusSeconds(90), before.plusSeconds(150)),
                new PastStay("d1", doctor.id().value(), before.plusSeconds(101), before.plusSeconds(380)),
                new PastStay("x", null, before, null));
        desk.found(call.value(), past);
        desk.found(call.value(), past);
        assertThat(stays()).containsExactly("x +0 -", "p1 +90 +150", "d1 +100 +380", "p2 +200 +390");
        assertThat(consultations.find(call).orElseThrow().phase()).isEqualTo(PhaseName.OPEN);
    }

    @Test
    @DisplayName("A8: what is found of the last minute is as good as if it had just been told")
    void foundInTime() {
        bothAreIn();
        desk.found(
                call.value(),
                List.of(new PastStay("p1", patient.id().value(), now().minusSeconds(60), now().minusSeconds(5))));
        phase(PhaseName.INTERRUPTED);
        assertThat(consultations.find(call).orElseThrow().absent()).isEqualTo(patient.id());
    }

    @Test
    @DisplayName("A8: found by ten at once, it is there once")
    void foundAtOnce() throws Exception {
        List<PastStay> past =
                List.of(new PastStay("p1", patient.id().value(), now().minusSeconds(300), now().minusSeconds(200)));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one :
                    pool.invokeAll(Collections.nCopies(10, Executors.callable(() -> desk.found(call.value(), past))))) {
                one.get();
            }
        }
        assertThat(stays()).hasSize(1);
    }

    /** In seconds after 400 s ago. */
    private List<String> stays() {
        Instant zero = now().minusSeconds(400);
        return jdbc.sql(
                        "select session, joined_at, left_at from conferencing_stay where consultation = ? order by joined_at")
                .param(call.value())
                .query((row, n) -> row.getString(1) + " +" + seconds(zero, row.getObject(2, OffsetDateTime.class)) + " "
                        + (row.getObject(3) == null
                                ? "-"
                                : "+" + seconds(zero, row.getObject(3, OffsetDateTime.class))))
                .list();
    }

    private static long seconds(Instant from, OffsetDateTime to) {
        return Math.round(Duration.between(from, to.toInstant()).toMillis() / 1000.0);
    }

    private void bothAreIn() {
        joined("p1", patient, now());
        joined("d1", doctor, now());
        phase(PhaseName.LIVE);
    }

    private void joined(String session, Person who, Instant at) {
        events.receive(new ProviderEvent.Joined(
                "builtin", key(), room, session, who.id().value(), at));
    }

    private void left(String session, Person who, Instant at) {
        events.receive(
                new ProviderEvent.Left("builtin", key(), room, session, who.id().value(), at));
    }

    private String key() {
        return room + "-" + ++told;
    }

    private static Seat seat(String session, Person who) {
        return new Seat(session, who.id().value(), Instant.EPOCH);
    }

    private Instant now() {
        return clock.instant();
    }
}
