package health.consilium.webhook.delivery;

import health.consilium.kernel.Secret;
import health.consilium.webhook.WebhookProperties;
import health.consilium.webhook.store.Delivery;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One request to one receiver. It connects to the very addresses that were looked at, follows no redirect, reads nothing of
 * the answer but its head, and waits for nobody longer than allowed, however slowly they speak.
 */
@Component("webhookCourier")
public class Courier implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;

    private final CloseableHttpClient http;
    private final WebhookProperties settings;
    private final Clock clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-watch").factory());

    Courier(Targets targets, WebhookProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new OutsideOnly(targets))
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .setSocketTimeout(Timeout.of(settings.patience()))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Consilium-Webhooks/1")
                .build();
    }

    /**
     * How a receiver answered.
     *
     * @param status of HTTP; 0: it did not
     * @param problem why it did not
     */
    record Answer(
            int status, @Nullable String problem, @Nullable String retryAfter) {
        static Answer none(String problem) {
            return new Answer(0, problem, null);
        }

        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    Answer carry(String url, Delivery delivery, List<Secret<byte[]>> secrets) {
        Instant now = clock.instant();
        HttpPost request = new HttpPost(url);
        request.setHeader("webhook-id", delivery.messageId());
        request.setHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        request.setHeader("webhook-signature", Signing.signature(delivery.messageId(), now, delivery.body(), secrets));
        request.setHeader("Connection", "close");
        request.setEntity(
                new ByteArrayEntity(delivery.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end =
                watch.schedule(request::abort, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return head(request);
        } catch (IOException e) {
            return Answer.none(problem(e, request.isAborted()));
        } finally {
            end.cancel(false);
        }
    }

    /** What it says beyond the head is of no interest and may never end, so the connection is cut, not read to its end. */
    private Answer head(HttpPost request) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, null);
        Header later = response.getFirstHeader("Retry-After");
        Answer answer = new Answer(response.getCode(), null, later == null ? null : later.getValue());
        request.abort();
        try {
            response.close();
        } catch (IOException cut) {
            // As meant.
        }
        return answer;
    }

    private static String problem(IOException e, boolean aborted) {
        if (e instanceof Targets.Inside) {
            return "PRIVATE_ADDRESS";
        }
        if (e instanceof UnknownHostException) {
            return "UNKNOWN_HOST";
        }
        if (aborted || e instanceof InterruptedIOException) {
            return "TIMEOUT";
        }
        return e instanceof SSLException ? "TLS" : "NO_CONNECTION";
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        http.close();
    }

    private record OutsideOnly(Targets targets) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }
}
