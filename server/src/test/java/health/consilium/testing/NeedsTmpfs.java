package health.consilium.testing;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests on a disk of their own, which may be full. Where none can be mounted they are not run, and {@code ./test} says so. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTmpfs.Condition.class)
public @interface NeedsTmpfs {
    /** Looks before anything of the class is started. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            try {
                Path folder = Files.createTempDirectory("tmpfs");
                try (Tmpfs mounted = Tmpfs.at(folder, "size=1m")) {
                    return ConditionEvaluationResult.enabled("a disk can be mounted at " + mounted.folder());
                } finally {
                    Files.deleteIfExists(folder);
                }
            } catch (IOException e) {
                return ConditionEvaluationResult.disabled("no disk can be mounted here (root is needed): " + e);
            }
        }
    }
}
