package health.consilium.admin.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.kernel.SetupFinding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs all checks; the worst come first. */
public final class Checks {
    private static final List<State> WORST_FIRST = List.of(State.BROKEN, State.WARNING, State.FINE, State.NOT_USED);

    private Checks() {}

    /**
     * A check and what it found.
     *
     * @param values for the words of the code
     * @param what in English, as the command line says it
     */
    public record Checked(
            String name, State state, SetupFinding code, Map<String, String> values, String what, String remedy) {}

    public static List<Checked> run(Collection<SetupCheck> checks) {
        return checks.stream()
                .map(Checks::look)
                .sorted(Comparator.comparing((Checked one) -> WORST_FIRST.indexOf(one.state()))
                        .thenComparing(Checked::name))
                .toList();
    }

    private static Checked look(SetupCheck check) {
        Found found;
        try {
            found = check.look();
        } catch (Exception e) {
            found = Found.of(SetupFinding.NOT_LOOKED, "why", e.getClass().getSimpleName());
        }
        return new Checked(check.name(), found.state(), found.finding(), found.values(), found.what(), found.remedy());
    }
}
