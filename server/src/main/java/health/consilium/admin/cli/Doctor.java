package health.consilium.admin.cli;

import health.consilium.admin.check.Checks;
import health.consilium.admin.check.Checks.Checked;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupCheck.State;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The same checks as on the administrators' page. */
@picocli.CommandLine.Command(
        name = "doctor",
        description = "Looks whether everything is set up well, and says what to do where it is not.",
        footer = "Ends with 1 when something is broken.")
final class Doctor extends PartsCommand {
    @Override
    int run(ConfigurableApplicationContext parts) {
        List<Checked> all = Checks.run(parts.getBeansOfType(SetupCheck.class).values());
        print(
                all,
                all.stream()
                        .map(one -> "%-9s %-12s %s%s"
                                .formatted(
                                        one.state(),
                                        one.name(),
                                        one.what(),
                                        one.remedy().isEmpty() ? "" : "\n" + " ".repeat(23) + one.remedy()))
                        .toArray(String[]::new));
        return all.stream().anyMatch(one -> one.state() == State.BROKEN) ? FOUND : FINE;
    }
}
