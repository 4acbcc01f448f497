package health.consilium.platform.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses by itself, before any filter of ours, speaks the same envelope and carries the same headers. */
final class RefusalValve extends ErrorReportValve {
    private final SecurityHeaders headers;
    private final JsonMapper json;

    RefusalValve(SecurityHeaders headers, JsonMapper json) {
        this.headers = headers;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        headers.write(request, response);
        response.setHeader("Cache-Control", "no-store");
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        var problem = Statuses.problem(status == null ? HttpStatus.BAD_REQUEST : status);
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding("utf-8");
            Writer out = response.getReporter();
            if (out != null) {
                out.write(json.writeValueAsString(ErrorEnvelope.of(problem)));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Whoever asked does not listen any more.
        }
    }
}
