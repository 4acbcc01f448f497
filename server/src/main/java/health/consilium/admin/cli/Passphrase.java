package health.consilium.admin.cli;

import java.io.Console;
import java.io.IOException;

/** From the environment, for programs, else from the terminal. Never from the command line, which everybody on the machine sees. */
final class Passphrase {
    static final String VARIABLE = "BACKUP_PASSPHRASE";
    private static final int SHORTEST = 12;

    private Passphrase() {}

    static char[] ask() throws IOException {
        String given = System.getenv().getOrDefault(VARIABLE, System.getProperty(VARIABLE, ""));
        char[] passphrase = given.toCharArray();
        if (passphrase.length == 0) {
            Console console = System.console();
            if (console == null) {
                throw new IOException("set " + VARIABLE + ", or run this in a terminal");
            }
            passphrase = console.readPassword("Passphrase of the backup: ");
        }
        if (passphrase.length < SHORTEST) {
            throw new IOException("a passphrase has at least " + SHORTEST + " characters");
        }
        return passphrase;
    }
}
