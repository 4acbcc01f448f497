package health.consilium.platform.web;

import health.consilium.kernel.ErrorCategory;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The shape of every refusal: our envelope and the members of RFC 9457 in one object. */
public record ErrorEnvelope(
        boolean success,
        int statusCode,
        String message,
        @Nullable Object data,
        ErrorCode code,
        ErrorCategory category,
        String type,
        String title,
        int status,
        String detail,
        Map<String, Object> details) {

    public static ErrorEnvelope of(Problem problem) {
        ErrorCode code = problem.code();
        HttpStatus status = HttpStatus.valueOf(code.httpStatus());
        return new ErrorEnvelope(
                false,
                status.value(),
                problem.sentence(),
                null,
                code,
                code.category(),
                "https://consilium.health/errors/" + code,
                status.getReasonPhrase(),
                status.value(),
                problem.sentence(),
                problem.details());
    }
}
