package health.consilium.bench;

import health.consilium.e2e.Await;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.browser.MortalChromium;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Someone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What recording costs the browser that does it: the processor time of all its processes, in turns without and with, in one call. */
final class RecorderCost {
    private static final int TURNS = 3;
    private static final Duration TURN = Duration.ofSeconds(12);
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Of one core (issue: Capture). */
    private static final double GOAL = 0.5;

    private final ServerProcess server;
    private final MortalChromium chromium;
    private final Person doctor;
    private final Person patient;
    private final double[] more = new double[TURNS];
    private final double[] without = new double[TURNS];
    private final double[] frames = new double[TURNS];
    private final double[] sent = new double[2 * TURNS];

    private RecorderCost(ServerProcess server, MortalChromium chromium, Person doctor, Person patient) {
        this.server = server;
        this.chromium = chromium;
        this.doctor = doctor;
        this.patient = patient;
    }

    static void measure(Table table) {
        try (ServerProcess server = ServerProcess.start(Map.of());
                Browsers browsers = new Browsers();
                MortalChromium chromium =
                        browsers.mortalChromium(Actor.MEASURED_DOCTOR, Files.createTempDirectory("recorder"))) {
            Person doctor = Person.in(chromium.start(), Someone.WEBER, server.address());
            Person patient = Person.at(browsers.chromium(Actor.MEASURED_PATIENT), Someone.ROSSI, server.address());
            new RecorderCost(server, chromium, doctor.signsIn(), patient.signsIn()).measureInto(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measureInto(Table table) {
        UUID appointment = server.database()
                .paidAppointment(
                        Someone.ROSSI, Someone.WEBER, server.clock().now().minusSeconds(60), Duration.ofMinutes(30));
        patient.opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing().accepts().isInTheCall();
        Await.until(
                "720 lines both ways",
                LIMIT,
                () -> doctor.media().height() == 720 && patient.media().height() == 720);
        for (int turn = 0; turn < TURNS; turn++) {
            without[turn] = cores(2 * turn);
            records();
            more[turn] = cores(2 * turn + 1) - without[turn];
            doctor.presses("recording-end");
            frames[turn] = framesASecond(appointment, turn);
        }
        table.row("recorder's browser, call alone (cores)", Table.Spread.of(without));
        table.single("recording on top (cores)", TURNS, Table.Spread.of(more).p50(), GOAL);
        table.row("recorded frames a second", Table.Spread.of(frames));
        table.row("frames a second sent, without and with, in turns", Table.Spread.of(sent));
    }

    private void records() {
        doctor.presses("more").presses("record").isShown("recording-facts").presses("recording-ask");
        patient.isShown("recording-question").presses("recording-agree");
        doctor.seesThat("[data-testid=recording-mark][data-state=recording]");
    }

    private double cores(int at) {
        passes(SETTLED);
        long frames = doctor.media().framesSent();
        Duration before = chromium.processorTime();
        long began = System.nanoTime();
        passes(TURN);
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = chromium.processorTime().minus(before).toMillis() / 1e3;
        sent[at] = (doctor.media().framesSent() - frames) / seconds;
        System.out.printf("  %.2f cores, %.1f frames a second sent%n", used / seconds, sent[at]);
        return used / seconds;
    }

    private static void passes(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("time passes", time.plus(LIMIT), () -> System.nanoTime() > end);
    }

    private double framesASecond(UUID appointment, int turn) {
        JsonNode call = server.api()
                .as(Someone.ROSSI)
                .get("/api/v1/consultations/" + appointment)
                .data();
        String list = "/api/v1/video-call/" + call.at("/summary/id").asString() + "/recordings";
        JsonNode row = Await.value(
                "the whole recording",
                LIMIT,
                () -> server.api().as(Someone.ROSSI).get(list).data().path(turn),
                found -> found.path("durationMs").isNumber());
        String film = URI.create(patient.page().url())
                .resolve(row.path("url").asString())
                .toString();
        byte[] bytes = patient.page().request().get(film).body();
        return packets(bytes) / (row.path("durationMs").asDouble() / 1e3);
    }

    private static double packets(byte[] film) {
        try {
            Path file = Files.write(Files.createTempFile("film", ".webm"), film);
            Process process = new ProcessBuilder(List.of(
                            "ffprobe",
                            "-v",
                            "quiet",
                            "-count_packets",
                            "-select_streams",
                            "v",
                            "-show_entries",
                            "stream=nb_read_packets",
                            "-of",
                            "csv=p=0",
                            file.toString()))
                    .start();
            String count = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(file);
            return Double.parseDouble(count.strip().replace(",", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
