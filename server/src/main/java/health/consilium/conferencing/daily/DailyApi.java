package health.consilium.conferencing.daily;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to Daily's REST API: at the pace that Daily allows, again with growing pauses when it is busy or in trouble, and never
 * longer than somebody at a door would wait. What stays unanswered is Problem PROVIDER_UNAVAILABLE. Neither key nor token nor
 * link nor room stands in any message or log.
 */
final class DailyApi {
    static final String AWAY = "The video service cannot be reached. Please try again in a moment.";

    private static final Logger log = LoggerFactory.getLogger(DailyApi.class);
    private static final URI DAILY = URI.create("https://api.daily.co");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final URI base;
    private final Secret<String> key;
    private final Pause pause;
    private final Pace pace;
    private final Patience patience;

    /**
     * @param answer for one answer
     * @param whole for all tries together
     */
    record Patience(Duration answer, Duration whole) {
        /** At the door, and where an outbox tries again. */
        static final Patience ORDINARY = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(12));
        /** Where somebody waits for the answer of a check. */
        static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    /** What Daily answered for good. */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }

        boolean refusedTheRequest() {
            return status == 400;
        }

        boolean unknown() {
            return status == 404;
        }

        /** Daily's stable word for an error; its sentence beside it may quote what we sent. */
        String error() {
            String word = body.path("error").asString("");
            return word.matches("[a-z-]{1,40}") ? word : "unknown-error";
        }
    }

    /** @param retryAfter as Daily wishes, zero when it says nothing */
    private record Try(@Nullable Answer answer, String why, boolean certainlyNotDone, Duration retryAfter) {}

    DailyApi(DailyProperties settings, Patience patience, Pause pause) {
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        this.base = settings.rehearsal() == null ? DAILY : URI.create("http://" + settings.rehearsal());
        this.key = Objects.requireNonNull(settings.apiKey());
        this.pause = pause;
        this.pace = new Pace(pause);
        this.patience = patience;
    }

    /** @throws Problem PROVIDER_UNAVAILABLE */
    Answer ask(Ask ask) {
        long end = pause.nanos() + patience.whole().toNanos();
        for (int turn = 1; ; turn++) {
            if (!pace.enter(ask.lane(), Duration.ofNanos(end - pause.nanos()))) {
                throw away(ask, "too much is asked at once");
            }
            Try now = once(ask);
            if (now.answer() != null) {
                return now.answer();
            }
            Duration rest = longer(growing(turn), now.retryAfter());
            boolean late = pause.nanos() + rest.toNanos() > end;
            if (turn == TRIES || late || !ask.again() && !now.certainlyNotDone()) {
                throw away(ask, now.why());
            }
            pause.rest(rest);
        }
    }

    /** An answer that makes no sense to us, such as a key that does not hold any more. */
    static Problem refused(String what, Answer answer) {
        log.error("Daily refused to {}: {} {}", what, answer.status(), answer.error());
        return new Problem(ErrorCode.PROVIDER_UNAVAILABLE, AWAY);
    }

    static Problem away(Ask ask, String why) {
        log.warn("Daily could not be asked to {}: {}", ask.what(), why);
        return new Problem(ErrorCode.PROVIDER_UNAVAILABLE, AWAY);
    }

    /** From a link that Daily gave out, without our key. */
    HttpResponse<InputStream> download(URI link) {
        Ask ask = Ask.get("hand out a recording", "");
        HttpRequest request =
                HttpRequest.newBuilder(link).timeout(patience.whole()).GET().build();
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return answer.get(patience.whole().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw away(ask, name(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(ask, "interrupted");
        }
    }

    private Try once(Ask ask) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request(ask), BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(patience.answer().toNanos(), TimeUnit.NANOSECONDS);
            return judged(response);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return new Try(null, name(e), false, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(ask, "interrupted");
        }
    }

    private static Try judged(HttpResponse<String> response) {
        Answer answer = new Answer(response.statusCode(), read(response.body()));
        boolean busy = answer.status() == TOO_MANY;
        if (!busy && answer.status() < SERVER_ERROR) {
            return new Try(answer, "", false, Duration.ZERO);
        }
        String why = "answered " + answer.status() + " " + answer.error();
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        Duration wish = seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
        return new Try(null, why, busy, wish);
    }

    private HttpRequest request(Ask ask) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/v1" + ask.path()))
                .timeout(patience.answer())
                .header("Authorization", "Bearer " + key.reveal())
                .header("Accept", "application/json");
        if (ask.body() == null) {
            return request.method(ask.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(ask.method(), BodyPublishers.ofString(JSON.writeValueAsString(ask.body())))
                .build();
    }

    /** Twice as long each time, and somewhere in the upper half of that. */
    private Duration growing(int turn) {
        long most = FIRST_PAUSE.toMillis() << turn - 1;
        return Duration.ofMillis(Math.round(most * (1 + pause.chance()) / 2));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Never what it says: that may hold an address. */
    private static String name(Exception e) {
        return (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }
}
