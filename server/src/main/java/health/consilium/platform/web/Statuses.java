package health.consilium.platform.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Our words for the refusals that the framework speaks by itself. */
final class Statuses {
    private Statuses() {}

    static Problem problem(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> new Problem(ErrorCode.NOT_SIGNED_IN, "Please sign in first.");
            case FORBIDDEN -> new Problem(ErrorCode.FORBIDDEN, "Your account may not do this.");
            case NOT_FOUND -> new Problem(ErrorCode.NOT_FOUND, "There is nothing here. Please check the address.");
            case METHOD_NOT_ALLOWED ->
                new Problem(ErrorCode.METHOD_NOT_ALLOWED, "This cannot be done at this address.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This kind of content cannot be taken here.");
            case CONTENT_TOO_LARGE, PAYLOAD_TOO_LARGE ->
                new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "This is too large to be taken.");
            case TOO_MANY_REQUESTS -> new Problem(ErrorCode.TOO_FAST, "That was too fast. Please wait a moment.");
            case SERVICE_UNAVAILABLE ->
                new Problem(ErrorCode.NOT_READY, "The service is starting. Please try again in a moment.");
            default ->
                status.is4xxClientError()
                        ? new Problem(ErrorCode.INVALID_REQUEST, "The request could not be understood.")
                        : new Problem(
                                ErrorCode.INTERNAL, "Something went wrong on our side. Please try again in a moment.");
        };
    }
}
