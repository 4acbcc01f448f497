package health.consilium.consultation;

import static health.consilium.consultation.Story.DOCTOR;
import static health.consilium.consultation.Story.END;
import static health.consilium.consultation.Story.PATIENT;
import static health.consilium.consultation.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Happening;
import health.consilium.consultation.domain.Outcome.Occurrence;
import health.consilium.consultation.domain.Phase;
import health.consilium.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ten thousand lives of a consultation, at random and repeatable: whatever comes in whatever order, nothing illegal is. */
class LifecycleSimulationTests {
    private static final int LIVES = 10_000;

    @Test
    @DisplayName(
            "I2–I4, I10: 10,000 random interleavings, each legal at every step; the timer's lateness changes nothing")
    void tenThousandLives() {
        for (long seed = 0; seed < LIVES; seed++) {
            List<Step> steps = Step.random(new Random(seed));
            Story withTimers = live(steps, true, seed);
            Story withoutTimers = live(steps, false, seed);
            assertThat(withoutTimers.now().phase())
                    .as("seed %s: timers that never ran must not matter", seed)
                    .isEqualTo(withTimers.now().phase());
            assertThat(withoutTimers.occurrences()).as("seed %s", seed).isEqualTo(withTimers.occurrences());
        }
    }

    private record Step(Duration at, Fact fact) {
        static List<Step> random(Random random) {
            Duration[] clock = {Duration.ofMinutes(-12)};
            return random.ints(5 + random.nextInt(40), 0, 1_000)
                    .mapToObj(ignored -> {
                        clock[0] = clock[0].plus(step(random));
                        return new Step(clock[0], fact(random));
                    })
                    .toList();
        }

        /** Mostly moments, sometimes minutes, sometimes exactly nothing. */
        private static Duration step(Random random) {
            return switch (random.nextInt(6)) {
                case 0 -> Duration.ZERO;
                case 1 -> Duration.ofMinutes(random.nextInt(4));
                default -> Duration.ofMillis(random.nextInt(90_000));
            };
        }

        private static Fact fact(Random random) {
            UserId who = random.nextBoolean() ? PATIENT : DOCTOR;
            return switch (random.nextInt(14)) {
                case 0, 1, 2 -> new Fact.Present(who);
                case 3, 4, 5 -> new Fact.MediaUp(who);
                case 6 -> new Fact.MediaReset();
                case 7 -> new Fact.LinkLost(who);
                case 8 -> new Fact.Left(who);
                case 9 -> new Fact.Rung(who);
                case 10 -> random.nextBoolean() ? new Fact.Accepted(who) : new Fact.RingCancelled(who);
                case 11 -> new Fact.Declined(who, DeclineReason.IN_5_MINUTES, null);
                case 12 -> new Fact.Extended(1 + random.nextInt(15), END.plus(Duration.ofMinutes(random.nextInt(20))));
                default ->
                    random.nextInt(8) == 0
                            ? new Fact.EndRequested(DOCTOR)
                            : random.nextInt(8) == 0
                                    ? new Fact.Cancelled(EndReason.CANCELLED_BY_CLINIC)
                                    : new Fact.MediaUp(who);
            };
        }
    }

    private static Story live(List<Step> steps, boolean timers, long seed) {
        Story story = new Story();
        for (Step step : steps) {
            Consultation before = story.now();
            story.at(step.at);
            if (timers) {
                story.timer();
            }
            story.tell(step.fact);
            check(before, story, step, seed);
        }
        return story.at(Duration.ofHours(2)).timer();
    }

    private static void check(Consultation before, Story story, Step step, long seed) {
        Consultation after = story.now();
        if (before.ended()) {
            assertThat(after).as("seed %s: the end is for ever", seed).isEqualTo(before);
        }
        Instant now = START.plus(step.at);
        if (!after.ended()) {
            assertThat(now).as("seed %s: nothing goes on after the slot", seed).isBefore(after.endsAt());
        }
        if (after.phase() instanceof Phase.Live) {
            assertThat(after.history().firstLiveAt()).as("seed %s", seed).isNotNull();
            assertThat(after.history().doctorCame() && after.history().patientCame())
                    .as("seed %s", seed)
                    .isTrue();
        }
        if (after.phase() instanceof Phase.Interrupted interrupted) {
            assertThat(after.history().firstLiveAt()).as("seed %s", seed).isNotNull();
            assertThat(interrupted.since()).as("seed %s", seed).isAfter(now.minus(Duration.ofMinutes(1)));
        }
        assertThat(Duration.between(END, after.endsAt()).toMinutes())
                .as("seed %s", seed)
                .isBetween(0L, 15L);
        List<Occurrence> all = story.occurrences();
        assertThat(all.stream()
                        .filter(o -> o.what() instanceof Happening.Finished)
                        .count())
                .as("seed %s: it ends once", seed)
                .isEqualTo(after.ended() ? 1 : 0);
        long rings =
                all.stream().filter(o -> o.what() instanceof Happening.Rang).count();
        long settled = all.stream()
                .filter(o -> o.what() instanceof Happening.RingAccepted
                        || o.what() instanceof Happening.RingDeclined
                        || o.what() instanceof Happening.RingCancelled
                        || o.what() instanceof Happening.RingMissed)
                .count();
        boolean ringing = after.phase() instanceof Phase.Waiting waiting && waiting.ringing() != null;
        assertThat(rings - settled)
                .as("seed %s: each ring is settled once", seed)
                .isEqualTo(ringing ? 1 : 0);
    }
}
