package health.consilium.relay;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.relay.coturn.RelayVisit;
import health.consilium.relay.probe.Round.Answer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the relay for strict networks gives out addresses, by each way that browsers are given. Whom it reaches, {@code turn-check} asks it. */
@Component
class RelayCheck implements SetupCheck {
    private final RelayProperties settings;
    private final RelayVisit visit;

    RelayCheck(RelayProperties settings, RelayVisit visit) {
        this.settings = settings;
        this.visit = visit;
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public Found look() throws InterruptedException {
        boolean elsewhere = !settings.urls().isEmpty();
        if (!elsewhere && !settings.enabled()) {
            return Found.of(SetupFinding.RELAY_NONE);
        }
        List<Answer> answers = visit.ask();
        String granted = ways(answers, Answer::granted);
        String others = ways(answers, answer -> !answer.granted());
        if (others.isEmpty()) {
            return Found.of(elsewhere ? SetupFinding.RELAY_ELSEWHERE : SetupFinding.RELAY_ANSWERS, "ways", granted);
        }
        if (!granted.isEmpty()) {
            return Found.of(SetupFinding.RELAY_PARTLY, "ways", granted, "others", others);
        }
        return answers.stream()
                .filter(answer -> answer.code() > 0)
                .findFirst()
                .map(refused -> Found.of(
                        SetupFinding.RELAY_REFUSES, "where", refused.way().text(), "code", refused.code()))
                .orElseGet(() -> Found.of(
                        elsewhere ? SetupFinding.RELAY_ELSEWHERE_SILENT : SetupFinding.RELAY_SILENT, "where", others));
    }

    private static String ways(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream().filter(which).map(answer -> answer.way().text()).collect(Collectors.joining(", "));
    }
}
