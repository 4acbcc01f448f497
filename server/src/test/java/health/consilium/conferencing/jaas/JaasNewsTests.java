package health.consilium.conferencing.jaas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.PersonalData.Whose;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.testing.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

/** Row A8: what 8x8 tells, as its documentation writes it; its films come home sealed, and their links are nowhere. */
@ExtendWith(OutputCaptureExtension.class)
class JaasNewsTests implements ProviderEvents {
    private static final Instant NOW = Instant.parse("2030-01-07T10:00:00Z");
    private static final String ROOM = "room-00112233445566778899aabbccddeeff00112233";
    private static final String SECRET = "webhook-0123456789abcdef0123";
    private static final byte[] FILM = ("0000ftypisom" + "a film ".repeat(300_000)).getBytes(UTF_8);

    private final UUID consultation = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final List<ProviderEvent> told = new ArrayList<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir
    private Path data;

    private HttpServer server;
    private FilmStore films;

    @BeforeEach
    void start() throws IOException {
        films = new FilmStore(new DataDirectory(data), name -> Secret.of("0123456789abcdef0123456789abcdef " + name));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/film", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FILM);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            fetched.incrementAndGet();
            await();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FILM);
            exchange.close();
        });
        server.createContext("/page", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>This link is over</html>".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Override
    public Receipt receive(ProviderEvent event) {
        boolean known = told.stream().anyMatch(one -> one.key().equals(event.key()));
        told.add(event);
        return known ? Receipt.KNOWN_ALREADY : Receipt.TAKEN;
    }

    @Test
    @DisplayName("A8: coming and going of one stay, and the room's end, with 8x8's own keys and times")
    void comingAndGoing() {
        String data = "{\"id\":\"" + person + "\",\"participantId\":\"p1\",\"name\":\"Test Person\",\"newer\":{}}";
        assertThat(tell(event("PARTICIPANT_JOINED", "k1", data))).isTrue();
        assertThat(tell(event("PARTICIPANT_JOINED", "k1", data))).isFalse();
        assertThat(tell(event("PARTICIPANT_LEFT", "k2", data))).isTrue();
        assertThat(tell(event("ROOM_DESTROYED", "k3", "{}"))).isTrue();
        ProviderEvent.Joined joined = (ProviderEvent.Joined) told.get(0);
        ProviderEvent.Left left = (ProviderEvent.Left) told.get(2);
        assertThat(joined.person()).isEqualTo(person);
        assertThat(joined.session()).isEqualTo(left.session());
        assertThat(joined.at()).isEqualTo(NOW);
        assertThat(told.get(3)).isEqualTo(new ProviderEvent.RoomEmpty("jaas", "k3", ROOM, NOW));
    }

    @Test
    @DisplayName("A8: rooms beside, kinds that we do not need, and people who are not ours make no fact of anybody")
    void ignored() {
        assertThat(tell(event("PARTICIPANT_JOINED", "k1", "{\"isBreakout\":true,\"participantId\":\"p\"}")))
                .isFalse();
        assertThat(tell(event("USAGE", "k2", "{}"))).isFalse();
        assertThat(tell(event("SOMETHING_NEW", "k3", "[]"))).isFalse();
        assertThat(told).isEmpty();
        tell(event("PARTICIPANT_JOINED", "k4", "{\"id\":\"auth0|5\",\"participantJid\":\"a@b/c\"}"));
        assertThat(((ProviderEvent.Joined) told.getFirst()).person()).isNull();
    }

    @Test
    @DisplayName("A8: another tenant, another room or half a notice is refused, and so is one without the secret")
    void refused(CapturedOutput output) {
        String good = event("ROOM_DESTROYED", "k1", "{}");
        for (String foreign : List.of(
                good.replace(JaasPropertiesTests.TENANT + "/", "vpaas-magic-cookie-of-others/"),
                good.replace("\"appId\":\"" + JaasPropertiesTests.TENANT, "\"appId\":\"vpaas-magic-cookie-of-others"),
                good.replace(ROOM, "room-of-others"))) {
            refuses(foreign, "NOT_FOUND");
        }
        for (String half : List.of(
                "{}",
                "[]",
                good.replace("idempotencyKey", "x"),
                good.replace("eventType", "x"),
                good.replace("\"timestamp\":1", "\"timestamp\":\"1\",\"x\":1"),
                event("PARTICIPANT_LEFT", "k1", "{}"))) {
            refuses(half, "INVALID_REQUEST");
        }
        for (String wrong : List.of("", SECRET + "x", "Bearer " + SECRET.substring(1))) {
            assertThatThrownBy(() -> take(good, wrong, news()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code().name()).isEqualTo("SIGNATURE_REFUSED"));
        }
        assertThat(told).isEmpty();
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName(
            "A8: a film is here before the notice is answered, sealed and whole, once; its link is in no file and no log")
    void film(CapturedOutput output) throws IOException {
        assertThat(tell(uploaded("k1", "/film?sig=very-secret-link"))).isTrue();
        assertThat(tell(uploaded("k1", "/film?sig=very-secret-link"))).isFalse();
        assertThat(tell(uploaded("k2", "/film?sig=very-secret-link"))).isTrue();
        assertThat(fetched).hasValue(1);
        String recording = recording();
        Film film = provider().fetch(recording);
        assertThat(film.length()).isEqualTo(FILM.length);
        assertThat(film.startedAt()).isEqualTo(NOW.minusSeconds(90));
        assertThat(film.duration()).isEqualTo(Duration.ofSeconds(60));
        try (var bytes = film.bytes()) {
            assertThat(bytes.readAllBytes()).isEqualTo(FILM);
        }
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("a film a film", "very-secret");
        }
        assertThat(output.getAll()).doesNotContain("very-secret");
    }

    @Test
    @DisplayName("A8: a film that was changed, cut or exchanged on the disk is not taken for one")
    void changed() throws IOException {
        tell(uploaded("k1", "/film"));
        String recording = recording();
        Path file = files().getFirst();
        byte[] sealed = Files.readAllBytes(file);
        for (int at : new int[] {0, 60, sealed.length / 2, sealed.length - 1}) {
            byte[] other = sealed.clone();
            other[at] ^= 1;
            Files.write(file, other);
            assertThatThrownBy(() -> whole(recording)).isInstanceOfAny(IOException.class, Problem.class);
        }
        Files.write(file, java.util.Arrays.copyOf(sealed, sealed.length - 1));
        assertThatThrownBy(() -> whole(recording)).isInstanceOfAny(IOException.class, Problem.class);
        String other = FilmStore.name(consultation, "0".repeat(40));
        Files.write(file.resolveSibling(other + ".film"), sealed);
        assertThatThrownBy(() -> whole(other)).isInstanceOfAny(IOException.class, Problem.class);
        Files.write(file, sealed);
        assertThat(whole(recording)).isEqualTo(FILM);
    }

    private byte[] whole(String recording) throws IOException {
        try (var bytes = provider().fetch(recording).bytes()) {
            return bytes.readAllBytes();
        }
    }

    @Test
    @DisplayName("A8: what was taken to the recordings is gone here, and a notice told again does not bring it back")
    void gone() {
        tell(uploaded("k1", "/film"));
        String recording = recording();
        provider().delete(recording);
        provider().delete(recording);
        tell(uploaded("k2", "/film"));
        assertThat(fetched).hasValue(1);
        assertThatThrownBy(() -> provider().fetch(recording)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> provider().fetch("../../secrets/turn")).isInstanceOf(Problem.class);
        provider().delete("../../secrets/turn");
    }

    @Test
    @DisplayName("A8: a film that does not come, or is none, is asked for again, and leaves nothing behind")
    void again(CapturedOutput output) throws IOException {
        refuses(uploaded("k1", "/missing?sig=very-secret-link"), "PROVIDER_UNAVAILABLE");
        refuses(uploaded("k1", "/page?sig=very-secret-link"), "PROVIDER_UNAVAILABLE");
        refuses(uploaded("k1", "/film").replace("http://localhost", "https://evil.example"), "PROVIDER_UNAVAILABLE");
        assertThat(told).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(tell(uploaded("k1", "/film"))).isTrue();
        assertThat(output.getAll())
                .contains("a film of JaaS did not come")
                .doesNotContain("very-secret", "evil.example");
    }

    @Test
    @DisplayName("A8: told twice at once, it is fetched once, and the second shall tell again")
    void twiceAtOnce() throws Exception {
        JaasNews news = news();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> take(uploaded("k1", "/slow"), SECRET, news));
            while (fetched.get() == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> take(uploaded("k1", "/slow"), SECRET, news))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code().name()).isEqualTo("NOT_READY"));
            go.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    @DisplayName("A8: nobody can tell how long a film is, or nobody said that films are wanted: nothing is fetched")
    void notFetched() {
        refuses(uploaded("k1", "/film").replace("endTimestamp", "x"), "INVALID_REQUEST");
        refuses(uploaded("k1", "/film").replace("startTimestamp", "x"), "INVALID_REQUEST");
        JaasNews withoutFilms = news(JaasPropertiesTests.good());
        assertThat(take(uploaded("k1", "/film"), SECRET, withoutFilms)).isFalse();
        assertThat(fetched).hasValue(0);
        assertThat(tell(uploaded("k3", "/film").replaceAll("\"endTimestamp\":[0-9]+", "\"durationSec\":60")))
                .isTrue();
    }

    @Test
    @DisplayName("S: films on their way go with their patient, and those that nobody came for after a month")
    void erased() throws IOException {
        tell(uploaded("k1", "/film"));
        JaasFilmData erasure = new JaasFilmData(films);
        assertThat(erasure.erase(new Whose(person, List.of(), List.of(UUID.randomUUID())))
                        .rows())
                .isZero();
        assertThat(erasure.erase(new Whose(person, List.of(), List.of(consultation)))
                        .rows())
                .isEqualTo(1);
        assertThat(files()).isEmpty();
        tell(uploaded("k2", "/film"));
        Path directory = files().getFirst().getParent();
        Files.setLastModifiedTime(directory, FileTime.from(NOW.minus(FilmStore.UNCLAIMED)));
        films.sweep(NOW);
        assertThat(files()).hasSize(1);
        films.sweep(NOW.plusMillis(1));
        assertThat(files()).isEmpty();
    }

    private boolean tell(String notice) {
        return take(notice, SECRET, news());
    }

    private void refuses(String notice, String code) {
        assertThatThrownBy(() -> tell(notice))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().name()).isEqualTo(code));
    }

    private boolean take(String notice, String authorization, JaasNews news) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("jaasNews", news);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/conferencing/jaas/webhook");
        request.setContent(notice.getBytes(UTF_8));
        request.addHeader("Authorization", authorization);
        try {
            JaasWebhookController controller =
                    new JaasWebhookController(recordingOn(), beans.getBeanProvider(JaasNews.class));
            return Boolean.TRUE.equals(controller.take(request).get("news"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JaasNews news() {
        return news(recordingOn());
    }

    private JaasNews news(JaasProperties settings) {
        BookedRoom booked = new BookedRoom(
                consultation, consultation, new Room("jaas", ROOM, "https://8x8.vc/" + ROOM), NOW, NOW, false, 2);
        return new JaasNews(
                settings,
                (provider, name) ->
                        provider.equals("jaas") && name.equals(ROOM) ? Optional.of(booked) : Optional.empty(),
                this,
                films,
                FilmFetchTests.fetch(FILM.length, Duration.ofMinutes(1)),
                new MutableClock(NOW));
    }

    private static JaasProperties recordingOn() {
        return JaasPropertiesTests.bind("app-id=" + JaasPropertiesTests.TENANT
                + "; key-id=ab12cd; private-key=PEM; recording=true; webhook-secret=" + SECRET);
    }

    private JaasRecordingProvider provider() {
        return new JaasRecordingProvider(new JaasProvider(recordingOn(), true, new MutableClock(NOW)), films);
    }

    private String recording() {
        return ((ProviderEvent.RecordingReady) told.getFirst()).recording();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private String uploaded(String key, String path) {
        return event(
                "RECORDING_UPLOADED",
                key,
                "{\"preAuthenticatedLink\":\"http://localhost:"
                        + server.getAddress().getPort() + path
                        + "\",\"recordingSessionId\":\"rec-1\",\"startTimestamp\":"
                        + NOW.minusSeconds(90).toEpochMilli() + ",\"endTimestamp\":"
                        + NOW.minusSeconds(30).toEpochMilli() + "}");
    }

    private static String event(String type, String key, String data) {
        return "{\"idempotencyKey\":\"" + key + "\",\"customerId\":\"c\",\"appId\":\"" + JaasPropertiesTests.TENANT
                + "\",\"eventType\":\"" + type + "\",\"sessionId\":\"s1\",\"timestamp\":" + NOW.toEpochMilli()
                + ",\"fqn\":\"" + JaasPropertiesTests.TENANT + "/" + ROOM + "\",\"data\":" + data + "}";
    }
}
