package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.conferencing.store.RoomStore;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.PhaseName;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A8: Present, MediaUp, LinkLost and the end are the same facts, whoever carries the call; each provider tells in its own way. */
public abstract class FactsContract extends CallAtProvider {
    /** It tells that somebody came in. Told again, it says the same words. */
    protected abstract void tellsOfComing(Person who, String stay);

    protected abstract void tellsOfGoing(Person who, String stay);

    /** The room as it would have been asked for there. */
    protected final RoomRequest request() {
        ConsultationView view = view();
        return new RoomRequest(
                room, call.value(), view.appointment().value(), view.opensAt(), view.endsAt(), RoomStore.PARTICIPANTS);
    }

    @Test
    @DisplayName(
            "A8: both are there, so it is live; one is gone, so it is interrupted and says who; back, it is live again")
    void presentMediaUpLinkLost() {
        comes(doctor);
        await().untilAsserted(() -> assertThat(view().present()).containsExactly(doctor.id()));
        String stay = comes(patient);
        phase(PhaseName.LIVE);
        tellsOfGoing(patient, stay);
        phase(PhaseName.INTERRUPTED);
        assertThat(view().absent()).isEqualTo(patient.id());
        comes(patient);
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: told twice it counts once: whoever came back is not out again by the old news")
    void twice() {
        comes(doctor);
        String first = comes(patient);
        phase(PhaseName.LIVE);
        tellsOfGoing(patient, first);
        phase(PhaseName.INTERRUPTED);
        comes(patient);
        phase(PhaseName.LIVE);
        tellsOfComing(patient, first);
        tellsOfGoing(patient, first);
        phase(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: the end is the end, whatever is told afterwards; who was there and that it was a call stays")
    void ended() {
        String hers = comes(doctor);
        String his = comes(patient);
        phase(PhaseName.LIVE);
        clock.advance(Duration.ofSeconds(5));
        consultations.end(call, doctor.user());
        phase(PhaseName.ENDED);
        tellsOfGoing(patient, his);
        tellsOfGoing(doctor, hers);
        comes(patient);
        phase(PhaseName.ENDED);
        assertThat(view().firstLiveAt()).isNotNull();
        assertThat(view().endedAt()).isNotNull();
    }

    @Test
    @DisplayName("A8: who carries it is not there: that is said, nothing is decided, and a moment later one comes in")
    void enterableAfterAnOutage() {
        assertThat(enter(doctor).status()).isEqualTo(200);
        ConsultationView before = view();
        carriedBy("away");
        for (Person who : new Person[] {doctor, patient}) {
            Http.Answer away = enter(who);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.code()).isEqualTo("PROVIDER_UNAVAILABLE");
            assertThat(away.body().toString()).doesNotContain(room);
        }
        assertThat(view().phase()).isEqualTo(before.phase());
        assertThat(view().endsAt()).isEqualTo(before.endsAt());
        carriedBy(provider());
        for (Person who : new Person[] {doctor, patient}) {
            Http.Answer back = enter(who);
            assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
            assertThat(back.data().path("provider").asString()).isEqualTo(provider());
        }
        comes(doctor);
        comes(patient);
        phase(PhaseName.LIVE);
    }

    private void carriedBy(String name) {
        jdbc.sql("update conferencing_room set provider = ? where consultation = ?")
                .params(name, call.value())
                .update();
    }

    private Http.Answer enter(Person who) {
        return new Http(port).send("POST", "/api/v1/consultations/" + appointment.id() + "/entry", who.token(), null);
    }

    private String comes(Person who) {
        String stay = "stay-" + UUID.randomUUID();
        tellsOfComing(who, stay);
        return stay;
    }
}
