package health.consilium.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Production was started on the data of a demo. */
final class DemoDataFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoDataFound() {
        super("This database was filled by the demo: it has accounts whose password is public.");
    }

    /** One clear screen instead of a stack trace. */
    static final class Words extends AbstractFailureAnalyzer<DemoDataFound> {
        @Override
        protected FailureAnalysis analyze(Throwable root, DemoDataFound cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Point production at an empty database or data directory (CONSILIUM_DATA_DIRECTORY).",
                    cause);
        }
    }
}
