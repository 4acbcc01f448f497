package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.PhaseName;
import health.consilium.testing.Clinic.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A8, bad input: a service tells late, twice and in any order, each in its own words, and none of it changes what is so. */
public abstract class ToldFactsContract extends FactsContract {
    private final Map<String, Runnable> words = new HashMap<>();

    /** The notice that somebody comes in now; it is told when it is run, each time in the same words. */
    protected abstract Runnable coming(Person who, String stay);

    /** @see #coming */
    protected abstract Runnable going(Person who, String stay);

    @Override
    protected final void tellsOfComing(Person who, String stay) {
        words.computeIfAbsent("in " + stay, first -> coming(who, stay)).run();
    }

    @Override
    protected final void tellsOfGoing(Person who, String stay) {
        words.computeIfAbsent("out " + stay, first -> going(who, stay)).run();
    }

    @Test
    @DisplayName("A8: a stay whose end is told before its beginning begins nothing, and does not hold anybody in")
    void reordered() {
        String first = bothAreIn();
        String second = "stay-" + UUID.randomUUID();
        Runnable in = coming(patient, second);
        Runnable out = going(patient, second);
        out.run();
        in.run();
        phase(PhaseName.LIVE);
        tellsOfGoing(patient, first);
        phase(PhaseName.INTERRUPTED);
    }

    @Test
    @DisplayName("A8: told a minute and more too late, it is kept and ends nothing that goes on")
    void delayed() {
        String first = bothAreIn();
        Runnable out = going(patient, first);
        tellsOfComing(patient, "stay-" + UUID.randomUUID());
        clock.advance(Duration.ofSeconds(61));
        out.run();
        assertThat(rooms.isIn(call.value(), patient.id().value())).isTrue();
        assertThat(view().phase()).isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("A8: replayed five times, each notice is answered kindly and counts once")
    void replayed() {
        String first = bothAreIn();
        for (int i = 0; i < 5; i++) {
            tellsOfComing(patient, first);
        }
        assertThat(stays()).isEqualTo(2);
        tellsOfGoing(patient, first);
        phase(PhaseName.INTERRUPTED);
        for (int i = 0; i < 5; i++) {
            tellsOfComing(patient, first);
        }
        assertThat(stays()).isEqualTo(2);
        assertThat(view().phase()).isEqualTo(PhaseName.INTERRUPTED);
    }

    /** @return the patient's stay */
    private String bothAreIn() {
        String stay = "stay-" + UUID.randomUUID();
        tellsOfComing(doctor, "stay-" + UUID.randomUUID());
        tellsOfComing(patient, stay);
        phase(PhaseName.LIVE);
        return stay;
    }

    private int stays() {
        return jdbc.sql("select count(*) from conferencing_stay where consultation = ?")
                .param(call.value())
                .query(Integer.class)
                .single();
    }
}
