package health.consilium.payment.stripe;

import health.consilium.kernel.Secret;
import health.consilium.payment.spi.ProviderAway;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few requests that we make of Stripe. What changes something carries an idempotency key, and with it may be sent
 * again: Stripe then answers what it answered before, and does nothing twice.
 */
public final class StripeApi {
    /** The form of answers and notices that this program was tried with. */
    public static final String VERSION = "2026-07-29.dahlia";

    private static final URI STRIPE = URI.create("https://api.stripe.com");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 3;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final URI base;
    private final Secret<String> key;
    private final Duration patience;

    /** @param patience for one answer */
    public StripeApi(HttpClient http, URI base, StripeProperties settings, Duration patience) {
        this.http = http;
        this.base = base;
        this.key = Objects.requireNonNull(settings.secretKey());
        this.patience = patience;
    }

    /** @param patience for one answer */
    static StripeApi open(StripeProperties settings, Duration patience) {
        URI base = settings.rehearsal() == null ? STRIPE : URI.create("http://" + settings.rehearsal());
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        return new StripeApi(http, base, settings, patience);
    }

    /** What Stripe answered for good: asking again would be answered alike. */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }

        String errorCode() {
            return body.path("error")
                    .path("code")
                    .asString(body.path("error").path("type").asString("unknown"));
        }
    }

    Answer post(String path, Map<String, String> form, String idempotencyKey) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return ask(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Reads something. */
    Answer get(String path) {
        return ask(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + key.reveal())
                .header("Stripe-Version", VERSION)
                .header("Accept", "application/json");
    }

    private Answer ask(HttpRequest request) {
        String why = "";
        for (int i = 1; i <= TRIES; i++) {
            Answer answer = null;
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                answer = new Answer(response.statusCode(), read(response.body()));
                why = "answered " + answer.status() + " " + answer.errorCode();
            } catch (IOException e) {
                why = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProviderAway("interrupted");
            }
            if (answer != null && !passing(answer)) {
                return answer;
            }
            rest(i);
        }
        throw new ProviderAway(why);
    }

    /** Another request with this key is under way, too many at once, or Stripe's own trouble. */
    private static boolean passing(Answer answer) {
        boolean busy = answer.status() == CONFLICT || answer.status() == TOO_MANY;
        return busy || answer.status() >= SERVER_ERROR;
    }

    private static void rest(int turn) {
        if (turn == TRIES) {
            return;
        }
        try {
            Thread.sleep(BETWEEN.multipliedBy(turn));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderAway("interrupted");
        }
    }

    private static JsonNode read(@Nullable String body) {
        try {
            return JSON.readTree(body == null ? "" : body);
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
