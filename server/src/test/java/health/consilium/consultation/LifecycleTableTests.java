package health.consilium.consultation;

import static health.consilium.consultation.Story.DOCTOR;
import static health.consilium.consultation.Story.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Fact.Accepted;
import health.consilium.consultation.domain.Fact.Cancelled;
import health.consilium.consultation.domain.Fact.Declined;
import health.consilium.consultation.domain.Fact.EndRequested;
import health.consilium.consultation.domain.Fact.Extended;
import health.consilium.consultation.domain.Fact.LinkLost;
import health.consilium.consultation.domain.Fact.MediaReset;
import health.consilium.consultation.domain.Fact.MediaUp;
import health.consilium.consultation.domain.Fact.Present;
import health.consilium.consultation.domain.Fact.Rescheduled;
import health.consilium.consultation.domain.Fact.RingCancelled;
import health.consilium.consultation.domain.Fact.Rung;
import health.consilium.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every phase against every fact. A fact that the table does not know fails the build. */
class LifecycleTableTests {
    private static final UserId DESK = new UserId(UUID.randomUUID());
    private static final Map<PhaseName, Supplier<Story>> PHASES = new EnumMap<>(Map.of(
            PhaseName.SCHEDULED, () -> new Story().at(Duration.ofMinutes(-30)),
            PhaseName.OPEN, () -> new Story().at(Duration.ofMinutes(-9)).timer(),
            PhaseName.WAITING, () -> new Story().at(Duration.ZERO).patientWaitsAndRings(),
            PhaseName.LIVE, () -> new Story().at(Duration.ZERO).live(),
            PhaseName.INTERRUPTED, () -> new Story().at(Duration.ZERO).live().tell(new LinkLost(PATIENT)),
            PhaseName.ENDED, () -> new Story().at(Duration.ZERO).live().tell(new EndRequested(DOCTOR))));

    /** A fact and the phase it leads to from SCHEDULED, OPEN, WAITING, LIVE, INTERRUPTED and ENDED. */
    private record Row(Fact fact, String to) {}

    private static final List<Row> TABLE = List.of(
            new Row(new Present(PATIENT), "SCHEDULED WAITING WAITING LIVE INTERRUPTED ENDED"),
            new Row(new Present(DOCTOR), "SCHEDULED WAITING WAITING LIVE INTERRUPTED ENDED"),
            new Row(new MediaUp(PATIENT), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"),
            new Row(new MediaReset(), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"),
            new Row(new LinkLost(DOCTOR), "SCHEDULED OPEN WAITING INTERRUPTED INTERRUPTED ENDED"),
            new Row(new Fact.Left(DOCTOR), "SCHEDULED OPEN WAITING WAITING WAITING ENDED"),
            new Row(new Rung(PATIENT), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"),
            new Row(new RingCancelled(PATIENT), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"),
            new Row(new Accepted(DOCTOR), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"),
            new Row(new Declined(DOCTOR, DeclineReason.NOT_NOW, null), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"),
            new Row(new EndRequested(DOCTOR), "SCHEDULED OPEN ENDED ENDED ENDED ENDED"),
            new Row(new EndRequested(PATIENT), "SCHEDULED OPEN WAITING ENDED ENDED ENDED"),
            new Row(new EndRequested(DESK), "SCHEDULED OPEN WAITING ENDED ENDED ENDED"),
            new Row(new Cancelled(EndReason.CANCELLED_BY_PATIENT), "ENDED ENDED ENDED LIVE INTERRUPTED ENDED"),
            new Row(
                    new Rescheduled(Story.START.plus(Duration.ofDays(1)), Story.END.plus(Duration.ofDays(1))),
                    "SCHEDULED SCHEDULED SCHEDULED LIVE INTERRUPTED ENDED"),
            new Row(new Extended(5, Instant.MAX), "SCHEDULED OPEN WAITING LIVE INTERRUPTED ENDED"));

    @TestFactory
    @DisplayName("L2–L14: phase × fact")
    Stream<DynamicTest> everyCell() {
        return TABLE.stream().flatMap(row -> {
            String[] to = row.to.split(" ");
            return Arrays.stream(PhaseName.values())
                    .map(from -> DynamicTest.dynamicTest(
                            from + " × " + row.fact.getClass().getSimpleName() + " → " + to[from.ordinal()], () -> {
                                Story story =
                                        Objects.requireNonNull(PHASES.get(from)).get();
                                assertThat(story.phase()).isEqualTo(from);
                                assertThat(story.tell(row.fact).phase().name()).isEqualTo(to[from.ordinal()]);
                            }));
        });
    }

    @Test
    @DisplayName("every kind of fact stands in the table")
    void theTableIsWhole() {
        Set<Class<?>> listed = TABLE.stream().map(row -> row.fact.getClass()).collect(Collectors.toSet());
        Set<Class<?>> known = Arrays.stream(Fact.class.getPermittedSubclasses()).collect(Collectors.toSet());
        // Deadlines follow from the state; LifecycleTimeTests tells them.
        known.remove(Fact.Due.class);
        assertThat(listed).isEqualTo(known);
    }
}
