package health.consilium.e2e;

import health.consilium.e2e.lab.Lab;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests in a network of their own. Where that cannot be had they are not run, and {@code ./test} says so and why. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsLab.Condition.class)
public @interface NeedsLab {
    /** Looks before anything of the class is started. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            return Lab.missing()
                    .map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("there is a lab"));
        }
    }
}
