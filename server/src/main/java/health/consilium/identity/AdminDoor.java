package health.consilium.identity;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server, as an administrator reaches it over HTTP: for commands. */
public final class AdminDoor implements AutoCloseable {
    private static final String HERE = "http://localhost:8080";
    private static final String EMAIL = "ADMIN_EMAIL";
    private static final String PASSWORD = "ADMIN_PASSWORD";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    public AdminDoor(URI server, String email, String password) throws IOException {
        this.server = server;
        String code = System.getenv().getOrDefault("ADMIN_CODE", "");
        Map<String, String> who = Map.of("email", email, "password", password);
        Map<String, String> whoWithCode = Map.of("email", email, "password", password, "code", code);
        String body = JSON.writeValueAsString(code.isEmpty() ? who : whoWithCode);
        this.token = data(HttpRequest.newBuilder(server.resolve("/api/v1/auth/token"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .path("accessToken")
                .asString();
    }

    /**
     * The server that a command names, entered with what the environment or the person at the terminal says.
     *
     * @param arguments the command and, if it is not here, the server's address
     * @throws IOException with the server's own words when it refuses
     */
    public static AdminDoor named(String... arguments) throws IOException {
        String email = System.getenv().getOrDefault(EMAIL, "");
        String password = System.getenv().getOrDefault(PASSWORD, "");
        if (email.isEmpty() || password.isEmpty()) {
            Console console = System.console();
            if (console == null) {
                throw new IOException("set " + EMAIL + " and " + PASSWORD + ", or run this in a terminal");
            }
            email = console.readLine("Administrator's email: ");
            password = new String(console.readPassword("Password: "));
        }
        return new AdminDoor(URI.create(arguments.length > 1 ? arguments[1] : HERE), email, password);
    }

    public JsonNode get(String path) throws IOException {
        return data(request(path).GET());
    }

    public JsonNode post(String path) throws IOException {
        return data(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** @throws IOException with the server's own words when it refuses */
    private JsonNode data(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            if (answer.statusCode() != 200) {
                throw new IOException(
                        answer.statusCode() + " " + body.path("message").asString(""));
            }
            return body.path("data");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
