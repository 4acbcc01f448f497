package health.consilium.conferencing.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row A8: a link that somebody else names is followed to known hosts outside, up to a size, and nowhere else. */
class FilmFetchTests {
    private static final byte[] FILM = "0000ftypisom and a film".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final FilmLinks LINKS = new FilmLinks(List.of("*.8x8.vc", "films.example"));

    private final Map<String, String> onward = new ConcurrentHashMap<>();
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String next = onward.get(path);
            if (next != null) {
                exchange.getResponseHeaders().set("Location", next);
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(path.equals("/film") ? 200 : 404, 0);
                exchange.getResponseBody().write(FILM);
            }
            exchange.close();
        });
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.8x8.vc/film",
                "https://8x8.vc.evil.example/film",
                "https://a8x8.vc/film",
                "https://8x8.vc/film",
                "https://evil.example/?a.8x8.vc",
                "https://films.example@evil.example/film",
                "https://user:pass@films.example/film",
                "https://films.example:8443/film",
                "https://films.example/film#x",
                "https://a.films.example/film",
                "https://127.0.0.1/film",
                "https://[::1]/film",
                "file:///etc/passwd",
                "ftp://films.example/film",
                "//films.example/film",
                "https:films.example",
                "https://films.example/a b",
                ""
            })
    @DisplayName("A8: a link to anywhere but a known host by TLS is refused without being repeated")
    void links(String link) {
        assertThatThrownBy(() -> LINKS.accepted(link))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("recording-hosts")
                .hasMessageNotContaining(link.isEmpty() ? "https:" : link);
    }

    @Test
    @DisplayName("A8: a known host is accepted, in any case; a name that leads inside is not connected to")
    void known() throws IOException {
        assertThat(LINKS.accepted("https://vo-cm.A.8X8.vc/film?sig=1").getPath())
                .isEqualTo("/film");
        assertThat(LINKS.accepted("https://films.example:443/film")).isNotNull();
        assertThatThrownBy(() -> LINKS.resolve("localhost"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("inside");
        assertThatThrownBy(() -> LINKS.resolve("10.0.0.1")).isInstanceOf(UnknownHostException.class);
        assertThat(LINKS.resolve("9.9.9.9")).isNotEmpty();
    }

    @Test
    @DisplayName("A8: a film comes, also where its own host sends on a few times")
    void comes() throws IOException {
        assertThat(fetched("/film", FILM.length)).isEqualTo(FILM);
        onward.put("/a", "/b");
        onward.put("/b", base + "/c");
        onward.put("/c", "film");
        assertThat(fetched("/a", FILM.length)).isEqualTo(FILM);
    }

    @Test
    @DisplayName(
            "A8: sent on to another host or for ever, too large by a byte, too slow, or not there: it does not come")
    void doesNot() {
        onward.put("/away", base.replace("localhost", "127.0.0.1") + "/film");
        onward.put("/evil", "https://evil.example/film");
        onward.put("/round", "/round");
        onward.put("/nonsense", "http://[");
        refused("/away", FILM.length, "another");
        refused("/evil", FILM.length, "leads to no host");
        refused("/round", FILM.length, "on and on");
        refused("/nonsense", FILM.length, "nowhere");
        refused("/film", FILM.length - 1, "too large");
        refused("/missing", FILM.length, "answers 404");
        try (FilmFetch impatient = fetch(FILM.length, Duration.ofNanos(1))) {
            assertThatThrownBy(
                            () -> impatient.fetch(base + "/film", film -> film.transferTo(new ByteArrayOutputStream())))
                    .hasMessageContaining("too long");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(String path, long largest, String words) {
        assertThatThrownBy(() -> fetched(path, largest))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(base);
    }

    private byte[] fetched(String path, long largest) throws IOException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        try (FilmFetch fetch = fetch(largest, Duration.ofMinutes(1))) {
            fetch.fetch(base + path, in -> in.transferTo(film));
        }
        return film.toByteArray();
    }

    /** Here the rule lets in what runs on this computer, and nothing else. */
    static FilmFetch fetch(long largest, Duration longest) {
        FilmFetch.Rules here = link -> {
            URI address = URI.create(link);
            if (!List.of("localhost", "127.0.0.1").contains(String.valueOf(address.getHost()))) {
                throw new IOException("the link leads to no host");
            }
            return address;
        };
        return new FilmFetch(here, SystemDefaultDnsResolver.INSTANCE, largest, longest);
    }
}
