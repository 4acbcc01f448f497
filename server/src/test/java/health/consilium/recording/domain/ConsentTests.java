package health.consilium.recording.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.Place;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R1: it records while everybody who is there has agreed, and at no other time. */
class ConsentTests {
    private static final UserId DOCTOR = new UserId(new UUID(0, 1));
    private static final UserId PATIENT = new UserId(new UUID(0, 2));
    private static final UserId GUEST = new UserId(new UUID(0, 3));
    private static final Instant NOW = Instant.parse("2030-01-07T10:00:00Z");

    private static final Terms KEEPS = new Terms(OnWithdrawal.KEEP, 30, Place.SERVER);
    private static final Terms DELETES = new Terms(OnWithdrawal.DELETE, 30, Place.SERVER);

    private final Consent consent = new Consent();
    private Recording recording =
            Recording.asked(new UUID(0, 9), new ConsultationId(new UUID(0, 8)), DOCTOR, "1", null, KEEPS);

    private Decision told(Fact fact) {
        Decision decision = consent.decide(recording, fact, NOW);
        recording = decision.next();
        return decision;
    }

    private void here(UserId... people) {
        told(new Fact.Presence(Set.of(people)));
    }

    private void says(UserId who, boolean yes) {
        told(new Fact.Answered(who, yes));
    }

    private void records() {
        here(DOCTOR, PATIENT);
        says(PATIENT, true);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
    }

    @Test
    @DisplayName("asking alone does not begin it; the last yes does")
    void theLastYes() {
        here(DOCTOR, PATIENT);
        assertThat(recording.phase()).isEqualTo(Phase.ASKED);
        assertThat(recording.answers()).containsEntry(PATIENT, Answer.PENDING).containsEntry(DOCTOR, Answer.AGREED);
        says(PATIENT, true);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        assertThat(recording.since()).isEqualTo(NOW);
        assertThat(recording.recorder()).contains(DOCTOR);
    }

    @Test
    @DisplayName("a doctor who is alone has nobody to record")
    void alone() {
        here(DOCTOR);
        assertThat(recording.phase()).isEqualTo(Phase.ASKED);
        here(DOCTOR, PATIENT);
        says(PATIENT, true);
        here(DOCTOR);
        assertThat(recording.phase()).isEqualTo(Phase.PAUSED);
        assertThat(recording.reason()).isEqualTo(Reason.LEFT);
        here(DOCTOR, PATIENT);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
    }

    @Test
    @DisplayName("whoever joins without consent pauses it until they agree")
    void joiner() {
        records();
        here(DOCTOR, PATIENT, GUEST);
        assertThat(recording.phase()).isEqualTo(Phase.PAUSED);
        assertThat(recording.reason()).isEqualTo(Reason.JOINED);
        assertThat(recording.since()).isNull();
        says(GUEST, true);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        assertThat(recording.startedAt()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("whoever takes their consent back stops it for good; a later yes belongs to a new question")
    void withdrawal() {
        records();
        says(PATIENT, false);
        assertThat(recording.phase()).isEqualTo(Phase.STOPPED);
        assertThat(recording.reason()).isEqualTo(Reason.WITHDRAWN);
        assertThat(told(new Fact.Answered(PATIENT, true)).refusal()).isEqualTo(ErrorCode.RECORDING_UNAVAILABLE);
        assertThat(told(new Fact.Answered(PATIENT, false)).refusal()).isNull();
    }

    @Test
    @DisplayName("R1: a no that comes after the stop is taken, and what was read before the yes is done")
    void afterTheStop() {
        for (Terms terms : List.of(KEEPS, DELETES)) {
            recording = Recording.asked(new UUID(0, 9), new ConsultationId(new UUID(0, 8)), DOCTOR, "1", null, terms);
            records();
            told(new Fact.StopRequested(DOCTOR));
            Decision late = told(new Fact.Answered(PATIENT, false));
            assertThat(late.happenings()).containsExactly(new Happening.Said(PATIENT, Answer.WITHDRAWN));
            assertThat(recording.answers()).containsEntry(PATIENT, Answer.WITHDRAWN);
            assertThat(recording.phase()).isEqualTo(terms.equals(DELETES) ? Phase.DELETED : Phase.STOPPED);
            assertThat(recording.reason()).isEqualTo(terms.equals(DELETES) ? Reason.WITHDRAWN : Reason.STOPPED);
            assertThat(told(new Fact.Answered(PATIENT, false)).happenings())
                    .as("twice the same")
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("after the stop, the no of the doctor who asked, and of whoever never agreed, changes nothing")
    void afterTheStopOfOthers() {
        recording = Recording.asked(new UUID(0, 9), new ConsultationId(new UUID(0, 8)), DOCTOR, "1", null, DELETES);
        records();
        told(new Fact.StopRequested(DOCTOR));
        Recording stopped = recording;
        says(DOCTOR, false);
        says(GUEST, false);
        assertThat(recording).isEqualTo(stopped);
    }

    @Test
    @DisplayName("where the house deletes on withdrawal, what was recorded is deleted; a mere no deletes nothing")
    void deleting() {
        recording = Recording.asked(new UUID(0, 9), new ConsultationId(new UUID(0, 8)), DOCTOR, "1", null, DELETES);
        records();
        assertThat(new Consent()
                        .decide(recording, new Fact.Answered(PATIENT, false), NOW)
                        .next()
                        .phase())
                .isEqualTo(Phase.DELETED);
        here(DOCTOR, PATIENT, GUEST);
        assertThat(new Consent()
                        .decide(recording, new Fact.Answered(GUEST, false), NOW)
                        .next()
                        .phase())
                .isEqualTo(Phase.STOPPED);
    }

    @Test
    @DisplayName("only the doctor stops it for all")
    void stopping() {
        records();
        assertThat(told(new Fact.StopRequested(PATIENT)).refusal()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        told(new Fact.StopRequested(DOCTOR));
        assertThat(recording.reason()).isEqualTo(Reason.STOPPED);
    }

    @Test
    @DisplayName("while the doctor has dropped out, somebody who is still there records, and hands back")
    void handsOver() {
        records();
        here(DOCTOR, PATIENT, GUEST);
        says(GUEST, true);
        here(PATIENT, GUEST);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        assertThat(recording.recorder()).contains(PATIENT);
        here(DOCTOR, PATIENT, GUEST);
        assertThat(recording.recorder()).contains(DOCTOR);
    }

    @Test
    @DisplayName(
            "R3: while the doctor's page cannot record, the other's does; it hands back when the doctor's can again")
    void handsOverToWhoeverCan() {
        records();
        told(new Fact.Able(DOCTOR, false));
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        assertThat(recording.recorder()).contains(PATIENT);
        told(new Fact.Able(DOCTOR, true));
        assertThat(recording.recorder()).contains(DOCTOR);
        told(new Fact.Able(DOCTOR, false));
        here(PATIENT);
        assertThat(recording.phase()).as("nobody is recorded alone").isEqualTo(Phase.PAUSED);
        here(DOCTOR, PATIENT);
        assertThat(recording.recorder())
                .as("back, perhaps with another browser")
                .contains(DOCTOR);
    }

    @Test
    @DisplayName("R8: where nobody's page can record it rests and says so, instead of seeming to record")
    void nobodyCan() {
        records();
        told(new Fact.Able(DOCTOR, false));
        told(new Fact.Able(PATIENT, false));
        assertThat(recording.phase()).isEqualTo(Phase.PAUSED);
        assertThat(recording.reason()).isEqualTo(Reason.NO_RECORDER);
        assertThat(recording.recorder()).isEmpty();
        told(new Fact.Able(PATIENT, true));
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        assertThat(recording.recorder()).contains(PATIENT);
    }

    @Test
    @DisplayName("R8: also where nobody could from the beginning")
    void nobodyCouldEver() {
        here(DOCTOR, PATIENT);
        told(new Fact.Able(DOCTOR, false));
        told(new Fact.Able(PATIENT, false));
        assertThat(recording.phase()).isEqualTo(Phase.ASKED);
        says(PATIENT, true);
        assertThat(recording.reason()).isEqualTo(Reason.NO_RECORDER);
        told(new Fact.Able(GUEST, false));
        assertThat(recording.unable()).as("of those who are there").containsExactlyInAnyOrder(DOCTOR, PATIENT);
    }

    @Test
    @DisplayName("R1, A8: where a service records, no page does, and it begins and pauses by the same consent")
    void aService() {
        recording = Recording.asked(new UUID(0, 9), new ConsultationId(new UUID(0, 8)), DOCTOR, "1", "Daily.co", KEEPS);
        records();
        assertThat(recording.recorder()).isEmpty();
        told(new Fact.Able(DOCTOR, false));
        told(new Fact.Able(PATIENT, false));
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        here(DOCTOR, PATIENT, GUEST);
        assertThat(recording.phase()).isEqualTo(Phase.PAUSED);
        says(GUEST, true);
        assertThat(recording.phase()).isEqualTo(Phase.RECORDING);
        says(PATIENT, false);
        assertThat(recording.phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    @DisplayName("in 10,000 random lives it never records while somebody present has not agreed, or after it was over")
    void never() {
        UserId[] people = {DOCTOR, PATIENT, GUEST};
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            recording =
                    Recording.asked(new UUID(0, seed), new ConsultationId(new UUID(0, 8)), DOCTOR, "1", null, KEEPS);
            boolean over = false;
            for (int step = 0; step < 20; step++) {
                told(any(random, people));
                if (recording.phase() == Phase.RECORDING) {
                    assertThat(over).isFalse();
                    assertThat(recording.present()).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(recording.present())
                            .allMatch(person -> recording.answers().get(person) == Answer.AGREED);
                    assertThat(recording.present())
                            .containsAll(recording.recorder().stream().toList());
                    assertThat(recording.recorder()).isPresent();
                }
                assertThat(recording.since() != null).isEqualTo(recording.phase() == Phase.RECORDING);
                over |= recording.phase().over();
                assertThat(recording.phase().over()).isEqualTo(over);
            }
        }
    }

    private static Fact any(Random random, UserId[] people) {
        UserId who = people[random.nextInt(people.length)];
        return switch (random.nextInt(14)) {
            case 0 -> new Fact.StopRequested(who);
            case 1 -> random.nextInt(8) == 0 ? new Fact.Ended() : new Fact.Answered(who, true);
            case 2 -> new Fact.Answered(who, random.nextInt(8) > 0);
            case 3, 4, 5 -> new Fact.Answered(who, true);
            case 6 -> new Fact.Able(who, false);
            case 7 -> new Fact.Able(who, true);
            default ->
                new Fact.Presence(random.ints(random.nextInt(4), 0, people.length)
                        .mapToObj(i -> people[i])
                        .collect(java.util.stream.Collectors.toSet()));
        };
    }
}
