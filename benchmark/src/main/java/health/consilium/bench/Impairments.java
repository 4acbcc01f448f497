package health.consilium.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.lab.Host;
import health.consilium.e2e.lab.Lab;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ./bench --impairments [name …]}: what both pages of a real call report while something known is wrong. The recordings
 * are the labelled set that the indicator's verdict is tested with.
 */
final class Impairments {
    private static final Path FOLDER = Path.of("../web/packages/call-engine/test/impairments/recorded");
    private static final Duration CALM = Duration.ofSeconds(13);
    private static final Duration TROUBLE = Duration.ofSeconds(26);
    /** What even a good network takes. */
    private static final Duration USUAL = Duration.ofMillis(8);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Lab lab;
    private final ServerProcess server;
    private final Browsers browsers;

    private Impairments(Lab lab, ServerProcess server, Browsers browsers) {
        this.lab = lab;
        this.server = server;
        this.browsers = browsers;
    }

    static void record(List<String> wanted) {
        try (Lab lab = Lab.open();
                ServerProcess server = ServerProcess.start(lab.host("server").site(), Map.of());
                Browsers browsers = new Browsers()) {
            Impairments recorder = new Impairments(lab, server, browsers);
            Impairment.ALL.stream()
                    .filter(one -> wanted.isEmpty() || wanted.contains(one.name()))
                    .forEach(recorder::recordOrSay);
        }
    }

    /** On a busy computer a page may be too slow for us; the others are recorded all the same. */
    private void recordOrSay(Impairment impairment) {
        try {
            record(impairment);
            System.out.println(impairment.name() + ": recorded");
        } catch (PlaywrightException | AssertionError tooSlow) {
            System.out.println(
                    impairment.name() + ": not recorded, " + tooSlow.getClass().getSimpleName());
        }
    }

    private void record(Impairment impairment) {
        Host at = lab.host("patient");
        Host other = lab.host("doctor");
        lab.mend();
        lab.link(at).delay(USUAL);
        lab.link(other).delay(USUAL);
        Recording recording = new Recording();
        try (Brake brake = new Brake();
                Person patient = person(Someone.ROSSI, at);
                Person doctor = person(Someone.WEBER, other)) {
            recording.listen(patient.page(), "patient");
            recording.listen(doctor.page(), "doctor");
            patient.signsIn();
            doctor.signsIn();
            patient.opensTheCall(appointment()).isInTheWaitingRoom();
            doctor.hearsItRing().accepts().isInTheCall();
            patient.isInTheCall().page().waitForTimeout(CALM.toMillis());
            double from = recording.seconds();
            impairment.trouble().on(new Impairment.Scene(lab, at, other, brake));
            patient.page().waitForTimeout(TROUBLE.toMillis());
            save(impairment, recording, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(Impairment impairment, Recording recording, double from) throws IOException {
        ObjectNode file = JSON.createObjectNode()
                .put("what", impairment.name())
                .put("made", "recorded in two Chromium browsers in the media lab (./bench --impairments)")
                .put("cause", impairment.cause())
                .put("side", impairment.side())
                .put("direction", impairment.direction())
                .put("from", from);
        StringBuilder lines = new StringBuilder(JSON.writeValueAsString(file));
        lines.setLength(lines.length() - 1);
        recording.people.forEach((who, sights) -> {
            lines.append(",\n\"").append(who).append("\":[");
            String separator = "\n";
            for (JsonNode sight : sights) {
                lines.append(separator).append(JSON.writeValueAsString(sight));
                separator = ",\n";
            }
            lines.append("\n]");
        });
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(impairment.name() + ".json"), lines.append("}\n"));
    }

    /** Listens to what pages say on their sockets. */
    private static final class Recording {
        private final long began = System.nanoTime();
        private final Map<String, List<JsonNode>> people =
                Map.of("patient", new ArrayList<>(), "doctor", new ArrayList<>());

        void listen(Page page, String who) {
            page.onWebSocket(socket -> socket.onFrameSent(frame -> hear(frame.text(), who)));
        }

        private void hear(String text, String who) {
            if (text.contains("\"quality.report\"")) {
                ObjectNode sight = (ObjectNode) JSON.readTree(text).path("body").path("sight");
                sight.put("at", seconds());
                people.getOrDefault(who, List.of()).add(sight);
            }
        }

        double seconds() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1000.0;
        }
    }

    private UUID appointment() {
        return server.database()
                .paidAppointment(
                        Someone.ROSSI, Someone.WEBER, server.clock().now().minusSeconds(60), Duration.ofMinutes(30));
    }

    private Person person(Someone who, Host host) {
        Actor actor = who.isDoctor() ? Actor.DOCTOR : Actor.PATIENT;
        return Person.at(browsers.chromium(actor, host.seat(server.address())), who, server.address());
    }
}
