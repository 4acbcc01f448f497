package health.consilium.admin.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Runs all checks; the worst come first. */
public final class Checks {
    private static final List<State> WORST_FIRST = List.of(State.BROKEN, State.WARNING, State.FINE, State.NOT_USED);

    private Checks() {}

    /** A check and what it found. */
    public record Checked(String name, State state, String what, String remedy) {}

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
            found = Found.broken(
                    "It could not be looked at (" + e.getClass().getSimpleName() + ").", "Read the server's log.");
        }
        return new Checked(check.name(), found.state(), found.what(), found.remedy());
    }
}
