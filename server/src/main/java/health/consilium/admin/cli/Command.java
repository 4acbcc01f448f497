package health.consilium.admin.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What all commands have in common. Ends with 0 when all is well, 1 when something was found, 2 when it could not be done. */
abstract class Command implements Callable<Integer> {
    static final int FINE = 0;
    static final int FOUND = 1;
    static final int FAILED = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "Print JSON for programs.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** @param value for programs; @param lines for people */
    void print(Object value, String... lines) {
        if (json) {
            out().println(JSON.writeValueAsString(value));
        } else {
            for (String line : lines) {
                out().println(line);
            }
        }
        out().flush();
    }
}
