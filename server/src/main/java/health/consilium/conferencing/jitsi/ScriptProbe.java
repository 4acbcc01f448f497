package health.consilium.conferencing.jitsi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Looks whether the script with which a page shows a Jitsi is where it should be. */
@FunctionalInterface
public interface ScriptProbe {
    /** Its beginning. @throws IOException when it is not there */
    String read(URI script) throws IOException;

    /** Over the network, for a few seconds. */
    static ScriptProbe ofTheNetwork() {
        return script -> {
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            HttpRequest request = HttpRequest.newBuilder(script)
                    .timeout(Duration.ofSeconds(4))
                    .build();
            try (http) {
                HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    if (answer.statusCode() != 200) {
                        throw new IOException("it answers " + answer.statusCode());
                    }
                    return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        };
    }

    int LARGEST = 2 * 1024 * 1024;

    /** Whether it is Jitsi's, and no page of somebody else's with an answer for everything. */
    default boolean finds(URI script) throws IOException {
        return read(script).contains("JitsiMeetExternalAPI");
    }
}
