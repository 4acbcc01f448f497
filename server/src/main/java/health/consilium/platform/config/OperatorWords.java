package health.consilium.platform.config;

import health.consilium.platform.postgres.EmbeddedPostgresException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** One clear screen instead of a stack trace, for what an operator can mend. */
public final class OperatorWords implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsRefused refused) {
                return new FailureAnalysis(refused.why(), refused.action(), refused);
            }
            if (cause instanceof EmbeddedPostgresException postgres) {
                return new FailureAnalysis(
                        String.valueOf(postgres.getMessage()), "See docs/self-hosting.md.", postgres);
            }
        }
        return null;
    }
}
