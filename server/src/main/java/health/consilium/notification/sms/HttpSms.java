package health.consilium.notification.sms;

import health.consilium.notification.SmsProperties;
import health.consilium.notification.spi.SmsSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.io.JsonStringEncoder;

/** Posts text messages as JSON to whoever carries them. */
final class HttpSms implements SmsSender {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSms.class);
    private static final Pattern PLACE = Pattern.compile("\\{(to|text|id)}");
    private static final int TOO_MANY = 429;

    private final SmsProperties settings;
    private final URI url;
    private final HttpClient http;

    HttpSms(SmsProperties settings) {
        this.settings = settings;
        this.url = Objects.requireNonNull(settings.url());
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Result send(String id, String number, String text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(id, number, text)));
        if (settings.token() != null) {
            request.header("Authorization", "Bearer " + settings.token().reveal());
        }
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            Result result = result(status);
            if (result != Result.TAKEN) {
                LOG.warn("text message {} was not taken: {}", id, status);
            }
            return result;
        } catch (IOException e) {
            LOG.warn("text message {} was not taken: no answer", id);
            return Result.NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.NO_ANSWER;
        }
    }

    static Result result(int status) {
        if (status >= 200 && status < 300) {
            return Result.TAKEN;
        }
        if (status == 401 || status == 403) {
            return Result.SIGN_IN_REFUSED;
        }
        return status == TOO_MANY || status >= 500 ? Result.NOT_NOW : Result.REFUSED;
    }

    /** Filled in as JSON texts, so that nothing of them can become JSON. */
    String body(String id, String number, String text) {
        Map<String, String> places = Map.of("to", number.replaceAll("[^+0-9]", ""), "text", text, "id", id);
        return PLACE.matcher(settings.template()).replaceAll(place -> {
            String value = Objects.requireNonNull(places.get(place.group(1)));
            return Matcher.quoteReplacement(
                    new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
        });
    }
}
