package health.consilium.admin.cli;

import health.consilium.identity.AccountDesk;
import health.consilium.identity.AccountDesk.Account;
import health.consilium.identity.Role;
import health.consilium.kernel.PublicAddress;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts, without the pages: for the day on which nobody can sign in. */
@picocli.CommandLine.Command(
        name = "users",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Accounts of the clinic. Nobody is written a mail, and no secret is printed but a link that works once.",
            "A server that runs closes the pages of whoever is switched off within five seconds."
        },
        subcommands = {
            Users.Listed.class,
            Users.Create.class,
            Users.Disable.class,
            Users.Enable.class,
            Users.Become.class,
            Users.ResetSecondFactor.class,
            Users.Link.class
        })
final class Users implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "Which command?");
    }

    @picocli.CommandLine.Command(name = "list", description = "All accounts, by name.")
    static final class Listed extends PartsCommand {
        @Option(names = "--role", description = "Only these: ${COMPLETION-CANDIDATES}.")
        @Nullable
        Role role;

        @Override
        int run(ConfigurableApplicationContext parts) {
            List<Account> all = parts.getBean(AccountDesk.class).all().stream()
                    .filter(one -> role == null || one.role() == role)
                    .toList();
            print(all, all.stream().map(Users::line).toArray(String[]::new));
            return FINE;
        }
    }

    @picocli.CommandLine.Command(
            name = "create",
            description = "Makes an account and prints the link by which its person sets a password.")
    static final class Create extends PartsCommand {
        @Parameters(paramLabel = "EMAIL")
        String email = "";

        @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}.")
        Role role = Role.PATIENT;

        @Option(names = "--name", required = true, description = "As others read it, for example \"Dr Anna Weber\".")
        String name = "";

        @Option(
                names = "--zone",
                defaultValue = "UTC",
                description = "The person's time zone, for example Europe/Berlin.")
        ZoneId zone = ZoneId.of("UTC");

        @Option(names = "--language", defaultValue = "en", description = "en, de, fr, es or ar.")
        String language = "en";

        @Override
        int run(ConfigurableApplicationContext parts) {
            if (!email.strip().matches("[^\\s<>@,;]+@[^\\s<>@,;]+") || name.isBlank()) {
                throw new IllegalArgumentException("an account needs one email and a name");
            }
            AccountDesk desk = parts.getBean(AccountDesk.class);
            Account made = desk.create(email.strip(), role, name.strip(), zone, language);
            printWithLink(this, parts, made);
            return FINE;
        }
    }

    @picocli.CommandLine.Command(name = "disable", description = "Switches an account off.")
    static final class Disable extends OneAccount {
        @Override
        Account change(AccountDesk desk) {
            return desk.switchOn(email, false);
        }
    }

    @picocli.CommandLine.Command(name = "enable", description = "Switches an account on again.")
    static final class Enable extends OneAccount {
        @Override
        Account change(AccountDesk desk) {
            return desk.switchOn(email, true);
        }
    }

    @picocli.CommandLine.Command(name = "set-role", description = "Gives an account another role and signs it out.")
    static final class Become extends OneAccount {
        @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}.")
        Role role = Role.PATIENT;

        @Override
        Account change(AccountDesk desk) {
            return desk.become(email, role);
        }
    }

    @picocli.CommandLine.Command(
            name = "reset-second-factor",
            description =
                    "For whoever lost phone, passkeys and spare codes: the next sign-in sets it up anew. Make sure who asks.")
    static final class ResetSecondFactor extends OneAccount {
        @Override
        Account change(AccountDesk desk) {
            return desk.resetSecondFactor(email);
        }
    }

    @picocli.CommandLine.Command(
            name = "link",
            description = "Prints a link that sets a password, once, within a day. Earlier ones stop working.")
    static final class Link extends PartsCommand {
        @Parameters(index = "0", paramLabel = "EMAIL")
        String email = "";

        @Override
        int run(ConfigurableApplicationContext parts) {
            Account account = parts.getBean(AccountDesk.class).all().stream()
                    .filter(one -> one.email().equalsIgnoreCase(email.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no account with this email."));
            printWithLink(this, parts, account);
            return FINE;
        }
    }

    /** A command that changes one account and shows it. */
    abstract static class OneAccount extends PartsCommand {
        @Parameters(index = "0", paramLabel = "EMAIL")
        String email = "";

        abstract Account change(AccountDesk desk);

        @Override
        final int run(ConfigurableApplicationContext parts) {
            Account changed = change(parts.getBean(AccountDesk.class));
            print(changed, line(changed));
            return FINE;
        }
    }

    private static void printWithLink(Command command, ConfigurableApplicationContext parts, Account account) {
        String token =
                parts.getBean(AccountDesk.class).passwordLink(account.email()).reveal();
        String link =
                parts.getBean(PublicAddress.class).page("/password#" + token).toString();
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("account", account);
        both.put("link", link);
        command.print(both, line(account), "Once, within a day: " + link);
    }

    private static String line(Account one) {
        return "%-8s %-8s %-32s %s%s%s"
                .formatted(
                        one.enabled() ? "on" : "off",
                        one.role(),
                        one.email(),
                        one.name(),
                        one.hasPassword() ? "" : ", no password",
                        one.secondFactor() ? ", second factor" : "");
    }
}
