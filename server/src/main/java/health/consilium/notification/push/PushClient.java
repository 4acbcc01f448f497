package health.consilium.notification.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One request to a push service (RFC 8030). Follows no redirect and waits for nobody for long. */
public final class PushClient implements Courier {
    private static final Logger LOG = LoggerFactory.getLogger(PushClient.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long SECOND = 1_000;

    private final HttpClient http;
    private final PushServices services;
    private final Vapid vapid;
    private final Clock clock;

    public PushClient(HttpClient http, PushServices services, Vapid vapid, Clock clock) {
        this.http = http;
        this.services = services;
        this.vapid = vapid;
        this.clock = clock;
    }

    @Override
    public Answer carry(Subscription to, Message message) throws InterruptedException {
        URI endpoint = to.endpoint().reveal();
        if (!services.leadsOutside(endpoint)) {
            LOG.warn("push service {} leads to a private address; nothing was sent", endpoint.getHost());
            return Answer.NOT_SENT;
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("TTL", String.valueOf(secondsUntil(message.until())))
                .header("Urgency", "high")
                .header("Topic", message.topic())
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", vapid.authorization(endpoint).reveal())
                .POST(BodyPublishers.ofByteArray(Encryption.encrypt(payload(to, message), to.keys())))
                .build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (IOException e) {
            LOG.debug(
                    "push service {} did not answer: {}",
                    endpoint.getHost(),
                    e.getClass().getSimpleName());
            return Answer.NONE;
        }
    }

    private long secondsUntil(Instant end) {
        long left = Duration.between(clock.instant(), end).toMillis();
        return Math.max(1, (left + SECOND - 1) / SECOND);
    }

    private static byte[] payload(Subscription to, Message message) {
        return JSON.writeValueAsBytes(Map.of(
                "kind", message.kind(), "topic", message.topic(), "path", message.path(), "language", to.language()));
    }
}
