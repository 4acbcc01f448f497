package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Q6, A5, A7: what is measured of a call, while it goes on and afterwards. */
class QualityTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.shared();

    @Test
    @DisplayName(
            "V7, Q6: numbers and charts during the call; then the doctor's report, the patient's word, the desk's dashboard and table")
    void fromTheFirstLookToTheTable() throws IOException {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Call call = Call.between(clinic, appointment, clinic.signedIn(ROSSI), clinic.signedIn(WEBER))
                .bothSeeMore(60);
        for (Person person : List.of(call.patient(), call.doctor())) {
            thePanelHasNumbers(person);
        }
        call.doctor().closesThePanel().endsForAll().isShown("after-title");
        theDoctorReads(call.doctor());
        call.patient()
                .seesThat("[data-testid=quality-word][data-grade=GOOD], [data-testid=quality-word][data-grade=FAIR]");
        theDeskSees(clinic.signedIn(DESK), call);
    }

    private static void thePanelHasNumbers(Person person) {
        person.presses("quality").isShown("connection-panel");
        person.seesThat("[data-testid=connection-charts]:not([data-looks='0']):not([data-looks='1'])");
        for (String metric : List.of(
                "bitrate-up",
                "bitrate-down",
                "rtt",
                "jitter-buffer",
                "picture-up",
                "picture-down",
                "mos",
                "their-mos")) {
            Await.until(
                    person.who() + " sees " + metric + " above 0",
                    Duration.ofSeconds(15),
                    () -> number(person.byId("metric-" + metric).getAttribute("data-value")) > 0);
        }
        person.seesThat("[data-testid=metric-codec][data-value=opus]")
                .seesThat("[data-testid=quality][data-score='4'], [data-testid=quality][data-score='5']")
                .seesThat("[data-testid=peer-quality]");
    }

    private static double number(String value) {
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static void theDoctorReads(Person doctor) {
        doctor.seesThat("[data-testid=quality-report][data-ready=true]");
        doctor.byId("quality-report").locator("summary").click();
        assertThat(doctor.byId("report-rtt").textContent()).contains("ms");
        assertThat(doctor.byId("report-set-up").textContent()).containsPattern("\\d");
        assertThat(doctor.byId("report-heard").textContent()).containsPattern("[34]\\.\\d");
    }

    private static void theDeskSees(Person desk, Call call) throws IOException {
        desk.presses("nav-clinic").presses("nav-quality").seesThat("[data-testid=dashboard]:not([data-spoken='0'])");
        assertThat(desk.byId("figure-set-up").textContent()).containsPattern("\\d\\.\\d");
        Download table = desk.page().waitForDownload(() -> desk.presses("export-csv"));
        JsonNode summary = call.record().path("summary");
        try (InputStream content = table.createReadStream()) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()
                            .filter(line -> line.startsWith(summary.path("id").asString())))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("COMPLETED", "Dr Anna Weber")
                            .doesNotContain("Rossi"));
        }
    }
}
