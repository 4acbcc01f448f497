package health.consilium.platform.config;

import health.consilium.kernel.CannotStart;
import health.consilium.platform.postgres.EmbeddedPostgresException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** One clear screen instead of a stack trace, for what an operator can mend. */
public final class OperatorWords implements FailureAnalyzer {
    private static final String SELF_HOSTING = "See docs/self-hosting.md.";
    private static final String CONFIGURATION = "docs/configuration.md lists every setting with its default.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart refused) {
                return new FailureAnalysis(refused.why(), refused.action(), refused);
            }
            if (cause instanceof EmbeddedPostgresException postgres) {
                return new FailureAnalysis(String.valueOf(postgres.getMessage()), SELF_HOSTING, postgres);
            }
            if (cause instanceof SQLException away && isConnection(away)) {
                return new FailureAnalysis(
                        "The database under consilium.database.url does not let us in: " + away.getMessage(),
                        "Check the address, the user and the password, and whether it runs. " + SELF_HOSTING,
                        away);
            }
            if (cause instanceof IllegalArgumentException && isAboutASetting(cause)) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), CONFIGURATION, cause);
            }
        }
        return unreadable(failure);
    }

    /** A value of another kind than the setting's: a word for a time, say. */
    private static @Nullable FailureAnalysis unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind && bind.getProperty() != null) {
                ConfigurationProperty property = bind.getProperty();
                return new FailureAnalysis(
                        property.getName() + " is " + property.getValue()
                                + ", which cannot be read as what it should be.",
                        CONFIGURATION,
                        bind);
            }
        }
        return null;
    }

    /** SQLSTATE classes 08 (connection) and 28 (authorisation), and 3D (no such database). */
    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"));
    }

    private static boolean isAboutASetting(Throwable cause) {
        return cause.getMessage() != null && cause.getMessage().startsWith("consilium.");
    }
}
