package health.consilium.platform.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The one place where a refusal becomes HTTP. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> problem(Problem problem) {
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> fields(BindException invalid) {
        Map<String, Object> fields = new TreeMap<>();
        for (FieldError error : invalid.getFieldErrors()) {
            fields.put(error.getField(), String.valueOf(error.getDefaultMessage()));
        }
        return answer(new Problem(
                ErrorCode.INVALID_REQUEST,
                "Something in the form is not right. Please look at: " + String.join(", ", fields.keySet()) + ".",
                fields));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class})
    ResponseEntity<ErrorEnvelope> unreadable(Exception unreadable) {
        return answer(new Problem(
                ErrorCode.INVALID_REQUEST, "The request could not be read. Please check its form and send it again."));
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return answer(
                new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "This file is too large. Files up to 10 MB can be sent."));
    }

    /** The database is away for a moment. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ErrorEnvelope> notReady(Exception away) {
        log.warn("the database does not answer: {}", away.getClass().getSimpleName());
        return answer(
                new Problem(ErrorCode.NOT_READY, "This is not possible right now. Please try again in a moment."));
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> anythingElse(Exception failure, HttpServletResponse response) throws Exception {
        if (failure instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return answer(
                    Statuses.problem(HttpStatus.valueOf(known.getStatusCode().value())));
        }
        if (failure instanceof org.springframework.security.access.AccessDeniedException
                || failure instanceof org.springframework.security.core.AuthenticationException) {
            throw failure;
        }
        if (response.isCommitted()) {
            throw failure;
        }
        log.error("request failed: {}", failure.getClass().getName(), failure);
        return answer(Statuses.problem(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private static ResponseEntity<ErrorEnvelope> answer(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        Object seconds = problem.details().get("retryAfterSeconds");
        if (seconds != null) {
            headers.add(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return ResponseEntity.status(problem.code().httpStatus())
                .headers(headers)
                // Whatever kind of answer was asked for: a refusal has one form.
                .contentType(MediaType.APPLICATION_JSON)
                .body(ErrorEnvelope.of(problem));
    }
}
