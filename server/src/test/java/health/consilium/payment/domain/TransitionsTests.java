package health.consilium.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.payment.PaymentStatus;
import health.consilium.payment.domain.Transition.Effect;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row A2: every status with every fact. */
class TransitionsTests {
    private static final Set<String> SEEN = new HashSet<>();

    @ParameterizedTest(name = "{0} and {1} → {2}, {3}")
    @CsvSource({
        "UNPAID,     MONEY_CAME,             PAID,       KEEP",
        "UNPAID,     MONEY_CAME_TOO_LATE,    REFUND_DUE, OWE_BACK",
        "UNPAID,     REFUND_OWED,            UNPAID,     NONE",
        "UNPAID,     MONEY_WENT_BACK,        UNPAID,     NONE",
        "UNPAID,     REFUND_CAME_TO_NOTHING, UNPAID,     NONE",
        "PAID,       MONEY_CAME,             PAID,       OWE_BACK_SURPLUS",
        "PAID,       MONEY_CAME_TOO_LATE,    PAID,       OWE_BACK_SURPLUS",
        "PAID,       REFUND_OWED,            REFUND_DUE, OWE_BACK",
        "PAID,       MONEY_WENT_BACK,        REFUNDED,   SETTLE",
        "PAID,       REFUND_CAME_TO_NOTHING, PAID,       NONE",
        "REFUND_DUE, MONEY_CAME,             REFUND_DUE, OWE_BACK_SURPLUS",
        "REFUND_DUE, MONEY_CAME_TOO_LATE,    REFUND_DUE, OWE_BACK_SURPLUS",
        "REFUND_DUE, REFUND_OWED,            REFUND_DUE, NONE",
        "REFUND_DUE, MONEY_WENT_BACK,        REFUNDED,   SETTLE",
        "REFUND_DUE, REFUND_CAME_TO_NOTHING, REFUND_DUE, OWE_BACK",
        "REFUNDED,   MONEY_CAME,             REFUNDED,   OWE_BACK_SURPLUS",
        "REFUNDED,   MONEY_CAME_TOO_LATE,    REFUNDED,   OWE_BACK_SURPLUS",
        "REFUNDED,   REFUND_OWED,            REFUNDED,   NONE",
        "REFUNDED,   MONEY_WENT_BACK,        REFUNDED,   NONE",
        "REFUNDED,   REFUND_CAME_TO_NOTHING, REFUND_DUE, OWE_BACK"
    })
    void everyCell(PaymentStatus from, PaymentFact fact, PaymentStatus to, Effect effect) {
        SEEN.add(from + " " + fact);
        assertThat(Transitions.of(from, fact)).isEqualTo(new Transition(to, effect));
    }

    @AfterAll
    @DisplayName("no cell was left out")
    static void theTableIsWhole() {
        assertThat(SEEN).hasSize(PaymentStatus.values().length * PaymentFact.values().length);
    }
}
