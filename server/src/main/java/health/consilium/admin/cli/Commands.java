package health.consilium.admin.cli;

import health.consilium.recording.VerifyRecordings;
import health.consilium.relay.TurnCheck;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code consilium <command>}: what an operator does without the pages. */
@picocli.CommandLine.Command(
        name = "consilium",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Without a command the server starts. Commands read the server's own settings and work beside a server"
                        + " that runs as well as where none does.",
        footer = "A command ends with 0 when all is well, 1 when something was found, 2 when it could not be done.",
        subcommands = {
            Doctor.class,
            VerifyAudit.class,
            BackupCommand.class,
            RestoreCommand.class,
            RetentionCommand.class,
            RotateKeys.class,
            Users.class
        })
public final class Commands implements Runnable {
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @CommandLine.Spec
    @Nullable
    CommandSpec spec;

    /** Whether the first word is a command, and not a setting of the server. */
    public static boolean isOne(String... arguments) {
        return arguments.length > 0
                && (!arguments[0].startsWith("-") || List.of("-h", "--help").contains(arguments[0]));
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new Commands());
        line.addSubcommand(VerifyRecordings.NAME, new Recordings());
        line.addSubcommand(TurnCheck.NAME, new Relays());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(words(e));
            return Command.FAILED;
        });
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "Which command?");
    }

    /** The innermost words are the ones that somebody wrote for people. */
    private static String words(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return "That could not be done: " + cause.getMessage();
    }

    /** Commands with settings of their own: what follows them is theirs. */
    @picocli.CommandLine.Command(
            description =
                    "Reads every part of every recording: of the running server at ADDRESS, or of the stopped one here.")
    static final class Recordings extends Command {
        @Parameters(arity = "0..*", paramLabel = "ADDRESS")
        List<String> rest = List.of();

        @Override
        public Integer call() {
            return VerifyRecordings.run(json, with(VerifyRecordings.NAME, rest));
        }
    }

    @picocli.CommandLine.Command(description = "Asks the relay of the running server at ADDRESS whom it reaches.")
    static final class Relays extends Command {
        @Parameters(arity = "0..*", paramLabel = "ADDRESS")
        List<String> rest = List.of();

        @Override
        public Integer call() {
            return TurnCheck.run(json, with(TurnCheck.NAME, rest));
        }
    }

    private static String[] with(String name, List<String> rest) {
        return Stream.concat(Stream.of(name), rest.stream()).toArray(String[]::new);
    }
}
