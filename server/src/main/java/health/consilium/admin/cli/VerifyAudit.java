package health.consilium.admin.cli;

import health.consilium.audit.chain.ChainReport;
import health.consilium.audit.chain.ChainVerifier;
import org.springframework.context.ConfigurableApplicationContext;

@picocli.CommandLine.Command(
        name = "verify-audit",
        description = "Reads the whole audit trail and names the first entry that is not as it was written.",
        footer = "Ends with 1 when there is one.")
final class VerifyAudit extends PartsCommand {
    @Override
    int run(ConfigurableApplicationContext parts) {
        ChainReport found = parts.getBean(ChainVerifier.class).verify();
        print(
                found,
                found.whole()
                        ? "%d entries, all as they were written".formatted(found.entries())
                        : "entry %d: %s".formatted(found.number(), found.fault()),
                "head %d %s".formatted(found.head().number(), found.head().hash()));
        return found.whole() ? FINE : FOUND;
    }
}
