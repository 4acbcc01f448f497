package health.consilium.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP contract as a program uses it: bearer token, JSON envelope. */
public final class Api {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final @Nullable String token;

    Api(URI server) {
        this(server, null);
    }

    private Api(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /** What came back: the envelope whole, for looking at refusals too. */
    public record Answer(int status, JsonNode envelope) {
        public JsonNode data() {
            if (status != 200) {
                throw new AssertionError("status " + status + ": " + envelope);
            }
            return envelope.path("data");
        }

        public String code() {
            return envelope.path("code").asString("");
        }
    }

    public Api as(Someone person) {
        Answer answer = post("/api/v1/auth/token", Map.of("email", person.email(), "password", Someone.PASSWORD));
        return withToken(answer.data().path("accessToken").asString());
    }

    public Api withToken(String bearer) {
        return new Api(server, bearer);
    }

    public URI server() {
        return server;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Bytes as they are. */
    public Answer putBytes(String path, byte[] content, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).PUT(BodyPublishers.ofByteArray(content));
        headers.forEach(request::setHeader);
        return send(request.setHeader("Content-Type", "application/octet-stream"));
    }

    public Answer patch(String path) {
        return send(request(path).method("PATCH", BodyPublishers.noBody()));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A ticket for the socket of the call's page. */
    public String callTicket(Object appointment) {
        return post("/api/v1/consultations/" + appointment + "/entry", Map.of())
                .data()
                .path("ticket")
                .asString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json");
        return token == null ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), JSON.readTree(body.startsWith("{") ? body : "{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
