package health.consilium.signalling.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.UserId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seats, and who negotiates with whom under which generation. */
class CallRoomTests {
    private final CallRoom room = new CallRoom(Pages.CALL, Pages.DOCTOR);
    private final Session patient = Pages.of(Pages.PATIENT);
    private final Session doctor = Pages.of(Pages.DOCTOR);

    private static UUID id(UserId person) {
        return person.value();
    }

    private int generation(Session session) {
        return room.peersFor(session).getFirst().generation();
    }

    @Test
    @DisplayName("two pages on standby negotiate at once; the doctor offers, the patient is polite")
    void standby() {
        FakeLink patients = Pages.attach(patient, false, 0);
        assertThat(room.enter(patient)).isFalse();
        assertThat(room.enter(doctor)).isTrue();
        assertThat(room.peersFor(patient)).singleElement().satisfies(peer -> {
            assertThat(peer.peer()).isEqualTo(id(Pages.DOCTOR));
            assertThat(peer.polite()).isTrue();
            assertThat(peer.offers()).isFalse();
        });
        assertThat(room.peersFor(doctor).getFirst().offers()).isTrue();
        assertThat(patients.types()).containsExactly("welcome", "rtc.peer");
    }

    @Test
    @DisplayName("of two standby pages the newest negotiates, and what belongs to the older is stale")
    void twoStandbyPages() {
        room.enter(doctor);
        room.enter(patient);
        int before = generation(doctor);
        Session newer = Pages.of(Pages.PATIENT);
        assertThat(room.enter(newer)).isTrue();
        assertThat(generation(doctor)).isEqualTo(before + 1);
        assertThat(room.negotiates(newer)).isTrue();
        assertThat(room.peersFor(patient)).isEmpty();
        assertThat(room.peerOf(patient, id(Pages.DOCTOR), before)).isEmpty();
        assertThat(room.peerOf(doctor, id(Pages.PATIENT), before)).isEmpty();
        assertThat(room.peerOf(doctor, id(Pages.PATIENT), before + 1)).contains(newer);
    }

    @Test
    @DisplayName("a seat holds against newer standby pages; given up, the newest page negotiates anew")
    void theSeatNegotiates() {
        room.enter(doctor);
        room.enter(patient);
        room.seat(patient, false);
        int before = generation(doctor);
        Session newer = Pages.of(Pages.PATIENT);
        assertThat(room.enter(newer)).isFalse();
        assertThat(generation(doctor)).isEqualTo(before);
        assertThat(room.unseat(patient)).isTrue();
        assertThat(room.peerOf(doctor, id(Pages.PATIENT), before + 1)).contains(newer);
    }

    @Test
    @DisplayName("L13: a connected page keeps its seat unless it is taken over; a page that is gone does not keep it")
    void takeover() {
        FakeLink link = Pages.attach(patient, false, 0);
        room.enter(patient);
        room.seat(patient, false);
        Session second = Pages.of(Pages.PATIENT);
        room.enter(second);
        assertThat(room.seat(second, false)).isEmpty();
        assertThat(room.seated(patient)).isTrue();
        patient.detach(link, java.time.Duration.ZERO);
        assertThat(room.seat(second, false))
                .hasValueSatisfying(seating -> assertThat(seating.former()).isSameAs(patient));
        Session third = Pages.of(Pages.PATIENT);
        Pages.attach(second, false, 0);
        room.enter(third);
        assertThat(room.seat(third, true))
                .hasValueSatisfying(seating -> assertThat(seating.former()).isSameAs(second));
    }

    @Test
    @DisplayName("a reset begins the next generation once; the same reset again is ignored")
    void reset() {
        room.enter(doctor);
        room.enter(patient);
        int before = generation(doctor);
        assertThat(room.reset(patient, id(Pages.DOCTOR), before)).isTrue();
        assertThat(room.reset(doctor, id(Pages.PATIENT), before)).isFalse();
        assertThat(generation(doctor)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("generations only grow, also when a page leaves and comes again")
    void generationsGrow() {
        room.enter(doctor);
        room.enter(patient);
        int before = generation(doctor);
        room.remove(patient);
        assertThat(room.peersFor(doctor)).isEmpty();
        room.enter(Pages.of(Pages.PATIENT));
        assertThat(generation(doctor)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("nobody negotiates with themselves or with a stranger")
    void noStrangers() {
        room.enter(doctor);
        room.enter(patient);
        assertThat(room.peerOf(patient, id(Pages.PATIENT), 1)).isEmpty();
        assertThat(room.peerOf(patient, UUID.randomUUID(), 1)).isEmpty();
        assertThat(room.peerOf(Pages.of(Pages.PATIENT), id(Pages.DOCTOR), 1)).isEmpty();
    }

    @Test
    @DisplayName("what was committed first and is told last does not undo who is present")
    void presenceOnlyGoesForward() {
        assertThat(room.present(4, Set.of(Pages.PATIENT, Pages.DOCTOR))).contains(Set.of());
        assertThat(room.present(3, Set.of(Pages.PATIENT))).isEmpty();
        assertThat(room.present(5, Set.of(Pages.DOCTOR))).contains(Set.of(Pages.PATIENT, Pages.DOCTOR));
    }

    @Test
    @DisplayName("a new generation forgets whose media was missed")
    void missing() {
        room.enter(doctor);
        room.enter(patient);
        room.mediaSeen(Pages.DOCTOR, false);
        assertThat(room.othersMiss(Pages.PATIENT)).isTrue();
        assertThat(room.othersMiss(Pages.DOCTOR)).isFalse();
        room.reset(patient, id(Pages.DOCTOR), generation(patient));
        assertThat(room.othersMiss(Pages.PATIENT)).isFalse();
    }
}
