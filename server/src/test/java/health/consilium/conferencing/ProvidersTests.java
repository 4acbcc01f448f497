package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.FakeProvider;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A8: who carries the calls is a setting, and one that cannot work stops the start. */
class ProvidersTests {
    @Test
    @DisplayName("a provider that is chosen and not set up stops the start, and it is said which are there")
    void notSetUp() {
        assertThatThrownBy(() -> providers("daily"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("consilium.conferencing.provider is 'daily', but only [fake] are set up here");
    }

    @Test
    @DisplayName("a consultation whose provider was taken away is told as an outage")
    void takenAway() {
        Providers here = providers(FakeProvider.NAME);
        assertThat(here.current().name()).isEqualTo(FakeProvider.NAME);
        assertThatThrownBy(() -> here.named("daily"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE));
    }

    private static Providers providers(String chosen) {
        return new Providers(List.of(new FakeProvider()), new ConferencingProperties(chosen, null));
    }
}
