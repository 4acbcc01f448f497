package health.consilium.notification.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import health.consilium.kernel.Secret;
import health.consilium.notification.SmsProperties;
import health.consilium.notification.spi.SmsSender.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A text message leaves as JSON over HTTP. */
class HttpSmsTests {
    private static final String TEMPLATE =
            "{\"recipient\":\"{to}\",\"message\":{\"body\":\"{text}\"},\"ref\":\"{id}\"}";

    private final AtomicInteger answer = new AtomicInteger(200);
    private final AtomicReference<String> said = new AtomicReference<>("");
    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            said.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SmsProperties settings() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
        return new SmsProperties(url, Secret.of("s3cret"), TEMPLATE, Duration.ofSeconds(2));
    }

    @Test
    @DisplayName(
            "A3: number, text and id are filled in as JSON texts and can become nothing else; the secret goes as a bearer token")
    void body() {
        String nasty = "He said \"come\"\n\\ {to} $1 مرحبًا";
        assertThat(new HttpSms(settings()).send("id-1", "+49 (30) 12-34", nasty))
                .isEqualTo(Result.TAKEN);
        JsonNode json = JsonMapper.builder().build().readTree(said.get());
        assertThat(json.path("recipient").asString()).isEqualTo("+493012" + "34");
        assertThat(json.path("message").path("body").asString()).isEqualTo(nasty);
        assertThat(json.path("ref").asString()).isEqualTo("id-1");
        assertThat(authorization.get()).isEqualTo("Bearer s3cret");
        assertThat(settings().toString()).doesNotContain("s3cret");
    }

    @Test
    @DisplayName("A3: what is refused for good is not tried again, what is refused for now is")
    void answers() {
        HttpSms sms = new HttpSms(settings());
        answer.set(400);
        assertThat(sms.send("1", "+49", "x")).isEqualTo(Result.REFUSED);
        answer.set(401);
        assertThat(sms.send("1", "+49", "x")).isEqualTo(Result.SIGN_IN_REFUSED);
        answer.set(429);
        assertThat(sms.send("1", "+49", "x")).isEqualTo(Result.NOT_NOW);
        answer.set(503);
        assertThat(sms.send("1", "+49", "x")).isEqualTo(Result.NOT_NOW);
        answer.set(302);
        assertThat(sms.send("1", "+49", "x"))
                .as("nothing is followed elsewhere")
                .isEqualTo(Result.REFUSED);
        server.stop(0);
        assertThat(sms.send("1", "+49", "x")).isEqualTo(Result.NO_ANSWER);
    }

    @Test
    @DisplayName("numbers and texts leave this computer over TLS only")
    void overTls() {
        assertThatThrownBy(() ->
                        new SmsProperties(URI.create("http://sms.example/"), null, TEMPLATE, Duration.ofSeconds(1)))
                .hasMessageContaining("consilium.sms.url");
    }
}
