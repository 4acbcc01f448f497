package health.consilium.admin.cli;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.kernel.KeyRotation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
        name = "rotate-keys",
        description = {
            "Makes new keys and seals anew under them what lies sealed, also while the server works.",
            "Older keys stay in secrets/: they open what a backup holds, and verify what they signed. Make a backup afterwards."
        })
final class RotateKeys extends PartsCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "KEY",
            description = "Only these: prescriptions, recordings, second-factors, webhooks. Without one: all.")
    List<String> wanted = List.of();

    /** @param sealedAnew how many things lie under the new key */
    record Turned(String key, int sealedAnew) {}

    @Override
    int run(ConfigurableApplicationContext parts) {
        List<KeyRotation> all = parts.getBeansOfType(KeyRotation.class).values().stream()
                .sorted(Comparator.comparing(KeyRotation::name))
                .toList();
        List<String> known = all.stream().map(KeyRotation::name).toList();
        for (String one : wanted) {
            if (!known.contains(one)) {
                throw new IllegalArgumentException(
                        "there is no key " + one + "; there are " + String.join(", ", known));
            }
        }
        AuditTrail trail = parts.getBean(AuditTrail.class);
        TransactionTemplate transaction = new TransactionTemplate(parts.getBean(PlatformTransactionManager.class));
        List<Turned> turned = all.stream()
                .filter(one -> wanted.isEmpty() || wanted.contains(one.name()))
                .map(one -> Objects.requireNonNull(transaction.execute(status -> turn(one, trail))))
                .toList();
        print(
                turned,
                turned.stream()
                        .map(one -> "%-16s a new key; %d sealed anew".formatted(one.key(), one.sealedAnew()))
                        .toArray(String[]::new));
        return FINE;
    }

    private static Turned turn(KeyRotation rotation, AuditTrail trail) {
        Turned turned = new Turned(rotation.name(), rotation.rotate());
        trail.record(AuditEntry.of(Actor.OPERATOR, Action.CHANGED, Subject.KEYS, turned.key())
                .with("sealedAnew", turned.sealedAnew()));
        return turned;
    }
}
