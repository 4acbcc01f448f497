package health.consilium.e2e.lab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunNamesTests {
    @Test
    @DisplayName("what belongs to a living run stays, what a dead one left is stale, what is not ours is not touched")
    void stale() {
        RunNames names = RunNames.next();
        String own = names.of("patient");
        assertThat(RunNames.stale(own)).isFalse();
        assertThat(RunNames.stale(own.replaceFirst("-[0-9a-z]+-(\\d+)-patient", "-1-$1-patient")))
                .as("the number belongs to another process by now")
                .isTrue();
        assertThat(RunNames.stale("consilium-999999999-abc-1-patient")).isTrue();
        assertThat(RunNames.stale("somebody-elses")).isFalse();
    }

    @Test
    @DisplayName("two labs of one run have different names")
    void twoLabs() {
        assertThat(RunNames.next().of("patient")).isNotEqualTo(RunNames.next().of("patient"));
    }
}
