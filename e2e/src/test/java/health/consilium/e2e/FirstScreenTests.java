package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a phone has to load, over a bad network, before its owner sees their appointment. */
@Pages
class FirstScreenTests {
    private static final long LIMIT = 200_000;

    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private Person patient;

    /** Somebody whose browser has never seen us opens the address, signs in, and sees their appointments. */
    @BeforeEach
    void aPatientComes() {
        patient = clinic.signedIn(ROSSI).seesThat("[data-testid^=appointment-]");
    }

    @Test
    @DisplayName("U35: signing in and seeing one's appointments takes at most 200 kB")
    void theFirstScreenIsSmall() {
        Map<String, Long> loaded = loaded();
        assertThat(loaded)
                .containsKey("/")
                .anySatisfy((path, size) -> assertThat(path).endsWith(".js"));
        assertThat(sum(loaded)).as("bytes on the wire, of %s", loaded).isLessThanOrEqualTo(LIMIT);
    }

    /** What is fetched for another language: its words instead of the English ones and, for Arabic, its letters. */
    @Test
    @DisplayName("U35, A12: it does so in each language, with the letters of Arabic, which nobody else fetches")
    void theFirstScreenIsSmallInEachLanguage() {
        Map<String, Long> english = loaded();
        for (String language : List.of("de", "fr", "es", "ar")) {
            patient.page().evaluate("language => localStorage.setItem('language', language)", language);
            patient.reloads().seesThat("html[lang=%s] [data-testid^=appointment-]".formatted(language));
            patient.page().evaluate("() => document.fonts.ready");
            Map<String, Long> more = loaded();
            more.keySet().removeIf(path -> !isAsset(path) || english.containsKey(path));
            assertThat(more).as(language).isNotEmpty();
            Map<String, Long> all = new TreeMap<>(english);
            // Its own chunks of words come in the place of the English ones of the same name.
            more.keySet()
                    .forEach(
                            path -> all.keySet().removeIf(known -> nameOf(known).equals(nameOf(path))));
            assertThat(sum(all) + sum(more)).as("%s: %s", language, more).isLessThanOrEqualTo(LIMIT);
            assertThat(more.keySet())
                    .as("letters of Arabic, in %s", language)
                    .filteredOn(path -> path.contains("arabic"))
                    .hasSize(language.equals("ar") ? 2 : 0);
        }
    }

    @Test
    @DisplayName("U35: it does so, too, where browsers take gzip only, as on a network without TLS")
    void theFirstScreenIsSmallWithGzip() {
        Map<String, Long> loaded = loaded();
        long files = assets(loaded).stream()
                .mapToLong(path -> get(path, "gzip").body().length)
                .sum();
        loaded.keySet().removeIf(FirstScreenTests::isAsset);
        assertThat(files + sum(loaded)).as("%s", loaded()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    @DisplayName("U35: what makes calls is not part of it")
    void theCallEngineComesLater() {
        assertThat(assets(loaded()))
                .filteredOn(path -> path.endsWith(".js"))
                .isNotEmpty()
                .noneSatisfy(path -> assertThat(text(path)).contains("RTCPeerConnection"));
    }

    @Test
    @DisplayName("U35: files are packed when they are built, kept for ever, and not asked for again")
    void filesAreKept() {
        assertThat(assets(loaded())).allSatisfy(path -> {
            // As browsers ask that came by a secure address, and as a program might; both after those of whoever came
            // by now.
            isKeptAndPacked(path, get(path, "gzip, deflate, br, zstd"));
            isKeptAndPacked(path, get(path, "br, gzip"));
        });
        patient.reloads().seesThat("[data-testid^=appointment-]");
        Map<String, Long> again = loaded();
        assertThat(assets(again))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(again).containsEntry(path, 0L));
    }

    private static void isKeptAndPacked(String path, HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, immutable");
        if (!path.endsWith(".woff2") && answer.body().length > 1_024) {
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
            assertThat(answer.headers().allValues("Vary")).anyMatch("Accept-Encoding"::equalsIgnoreCase);
        }
    }

    /** Every address with the bytes it took on the wire, headers included; 0 from the browser's own cache. */
    private Map<String, Long> loaded() {
        Object sizes = patient.page()
                .evaluate("() => performance.getEntries().filter((entry) => 'transferSize' in entry)"
                        + ".map((entry) => new URL(entry.name).pathname + ' ' + entry.transferSize)");
        return ((List<?>) sizes)
                .stream()
                        .map(line -> String.valueOf(line).split(" "))
                        .collect(Collectors.toMap(
                                parts -> parts[0], parts -> Long.valueOf(parts[1]), Long::sum, TreeMap::new));
    }

    private static long sum(Map<String, Long> loaded) {
        return loaded.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> assets(Map<String, Long> loaded) {
        return loaded.keySet().stream().filter(FirstScreenTests::isAsset).toList();
    }

    /** "first" of "/assets/first-BeRC13u8.js". */
    private static String nameOf(String path) {
        return path.replaceAll("^.*/|-[\\w-]{8}\\.\\w+$", "");
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/assets/");
    }

    private String text(String path) {
        return new String(get(path, "identity").body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path, String encodings) {
        URI address = clinic.server().address().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", encodings)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
