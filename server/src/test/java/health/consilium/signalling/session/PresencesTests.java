package health.consilium.signalling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.Consultations;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page said when its room is closed by the time that it is heard. */
@ServerTest
class PresencesTests {
    @Autowired
    private Presences presences;

    @Autowired
    private Consultations consultations;

    @Autowired
    private RecordedCalls calls;

    private static Session page(Two two) {
        return new Session(two.patient().user(), two.call(), "localhost", Pages.CODEC);
    }

    @Test
    @DisplayName("L13: who leaves is known to have left, also when their page was gone before its word was heard")
    void leaves() {
        Two two = calls.bothAreHere();
        presences.leave(page(two), two.call());
        assertThat(consultations.find(two.call()).orElseThrow().present())
                .containsExactly(two.doctor().id());
    }

    @Test
    @DisplayName("who comes in with a page that is gone is told so")
    void comes() {
        Two two = calls.bothAreHere();
        assertThatThrownBy(() -> presences.join(page(two), two.call(), false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_IN_CALL));
    }
}
