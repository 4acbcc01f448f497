package health.consilium.admin;

import health.consilium.admin.cli.Commands;

/** The command line, for whoever starts the program. */
public final class AdminCommands {
    private AdminCommands() {}

    /** Whether the first word is a command, and not a setting of the server. */
    public static boolean isOne(String... arguments) {
        return Commands.isOne(arguments);
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        return Commands.run(arguments);
    }
}
