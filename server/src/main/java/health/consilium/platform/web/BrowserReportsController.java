package health.consilium.platform.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where browsers say that a page tried what its policy forbids. They say it by themselves, so nobody has to be signed in. */
@Tag(name = "app")
@RestController
class BrowserReportsController {
    static final String PATH = "/api/v1/browser-reports";

    private static final int LARGEST = 16 * 1024;

    private final BrowserReports reports;
    private final JsonMapper json;

    BrowserReportsController(BrowserReports reports, JsonMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @Operation(
            operationId = "reportViolations",
            summary = "A browser's report about our Content-Security-Policy, in either of its two forms; up to 16 KiB")
    @PostMapping(
            path = PATH,
            consumes = {"application/csp-report", "application/reports+json"})
    void report(HttpServletRequest request) throws IOException {
        long seconds = reports.full();
        if (seconds > 0) {
            throw new Problem(
                    ErrorCode.TOO_FAST, "Enough has been reported for now.", Map.of("retryAfterSeconds", seconds));
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "A report has up to 16 KiB.");
        }
        reports.take(read(body), String.valueOf(request.getHeader("Host")));
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This report could not be read.");
        }
    }
}
