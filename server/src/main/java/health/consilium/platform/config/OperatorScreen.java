package health.consilium.platform.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Why the program did not start, as two sentences that an operator can act on, in place of the framework's own report. */
public final class OperatorScreen implements FailureAnalysisReporter {
    private static final String FRAMEWORKS_REPORT =
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private final PrintStream out;

    public OperatorScreen() {
        this(System.err);
    }

    OperatorScreen(PrintStream out) {
        this.out = out;
    }

    /** Silences the framework's report from the first moment, when the settings of the log are not read yet. */
    static void instead() {
        if (LoggerFactory.getLogger(FRAMEWORKS_REPORT) instanceof Logger logger) {
            logger.setLevel(Level.OFF);
        }
    }

    @Override
    public void report(FailureAnalysis analysis) {
        out.printf("%nConsilium did not start.%n%n  %s%n", analysis.getDescription());
        String action = analysis.getAction();
        if (action != null && !action.isBlank()) {
            out.printf("  %s%n", action);
        }
        out.println();
    }
}
