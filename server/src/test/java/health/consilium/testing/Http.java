package health.consilium.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the server as somebody, by session cookie and with the CSRF token a page would have. */
public final class Http {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CSRF = "0b6f2f6e-5d1c-4b3f-8a43-0f0f6e3c9a11";

    private final String base;

    public Http(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        public String code() {
            return body.path("code").asString("");
        }

        public JsonNode data() {
            return body.path("data");
        }
    }

    /** @param session the secret of somebody's session, or null for nobody */
    /** The session that an answer begins. */
    public static String session(Answer in) {
        return in.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("CONSILIUM_SESSION="))
                .map(cookie -> cookie.substring("CONSILIUM_SESSION=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    public Answer send(String method, String path, @Nullable String session, @Nullable String body) {
        return send(request(method, path, body), session);
    }

    /** The same with whatever body and headers. */
    public Answer send(HttpRequest.Builder request, @Nullable String session) {
        return send(request.header(
                        "Cookie", "XSRF-TOKEN=" + CSRF + (session == null ? "" : "; CONSILIUM_SESSION=" + session))
                .header("X-XSRF-TOKEN", CSRF)
                .build());
    }

    public HttpRequest.Builder request(String method, String path, @Nullable String body) {
        var builder = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return body == null ? builder : builder.header("Content-Type", "application/json");
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.nullNode(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
