package health.consilium.admin.cli;

import health.consilium.admin.retention.Aged;
import health.consilium.admin.retention.RetentionRuns;
import health.consilium.audit.Actor;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** The same as every night. */
@picocli.CommandLine.Command(
        name = "retention",
        description = {
            "Deletes what is older than the clinic keeps it (consilium.retention), as the server does every night.",
            "Recordings have a rule of their own and are not part of it."
        },
        footer = "Ends with 1 when something could not be deleted.")
final class RetentionCommand extends PartsCommand {
    @Option(names = "--dry-run", description = "Only say how many would go.")
    boolean dryRun;

    @Override
    int run(ConfigurableApplicationContext parts) {
        RetentionRuns runs = parts.getBean(RetentionRuns.class);
        List<Aged> all = dryRun ? runs.due() : runs.run(Actor.OPERATOR);
        print(all, all.stream().map(this::line).toArray(String[]::new));
        return all.stream().anyMatch(Aged::failed) ? FOUND : FINE;
    }

    private String line(Aged one) {
        if (one.keptDays() == null) {
            return "%-16s kept for ever".formatted(one.kind());
        }
        return "%-16s %8d %s, older than %d days (before %s)"
                .formatted(
                        one.kind(),
                        one.count(),
                        one.failed() ? "FAILED" : dryRun ? "due" : "deleted",
                        one.keptDays(),
                        one.before());
    }
}
