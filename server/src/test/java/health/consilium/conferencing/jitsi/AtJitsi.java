package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.CallAtProvider;
import health.consilium.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;

/** A consultation of now whose room is at another provider, and that provider's server, which speaks to ours. */
public abstract class AtJitsi extends CallAtProvider {
    protected Instant endsAt() {
        return view().endsAt();
    }

    protected Http.Answer send(String method, String path, String type, String authorization, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/conferencing/" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return new Http(port).send(request.build());
    }
}
