package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTests {
    private static final Secret<String> AGREED = Secret.of("0123456789abcdef01234567");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef01234567",
                "Bearer 0123456789abcdef01234567",
                "bearer  0123456789abcdef01234567 "
            })
    @DisplayName("A8: the agreed secret is let in, as it stands or after Bearer")
    void right(String said) {
        assertThatCode(() -> SharedSecret.demand(AGREED, said)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic 0123456789abcdef01234567",
                "0123456789abcdef0123456",
                "0123456789abcdef012345678",
                "0123456789ABCDEF01234567",
                "Bearer Bearer 0123456789abcdef01234567"
            })
    @DisplayName("A8: another is refused, and neither stands in the words")
    void wrong(@Nullable String said) {
        assertThatThrownBy(() -> SharedSecret.demand(AGREED, said))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SIGNATURE_REFUSED))
                .hasMessageNotContaining("0123");
    }

    @Test
    @DisplayName("A8: where nothing is agreed there is nothing, whatever is said")
    void nothingAgreed() {
        assertThatThrownBy(() -> SharedSecret.demand(null, ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("A8: a secret has 24 characters or more, and can stand in a header")
    void length() {
        assertThatCode(() -> SharedSecret.check("key", AGREED)).doesNotThrowAnyException();
        assertThatCode(() -> SharedSecret.check("key", null)).doesNotThrowAnyException();
        for (String bad :
                new String[] {"0123456789abcdef0123456", "0123456789abcdef01234567\n", "0123456789abcdéf01234567"}) {
            assertThatThrownBy(() -> SharedSecret.check("key", Secret.of(bad)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageNotContaining("0123");
        }
    }
}
