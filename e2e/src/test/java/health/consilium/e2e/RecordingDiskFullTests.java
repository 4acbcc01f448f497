package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.RecordedCall;
import health.consilium.e2e.server.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F13: a whole server whose disk for recordings is small, and really full. Root is needed to mount one. */
@Pages
class RecordingDiskFullTests {
    private static final int PART = 1024 * 1024;

    @Test
    @DisplayName(
            "the recording stops, both are told, the call goes on, readiness says so, and with room again it goes on")
    void full() throws IOException {
        try (ServerProcess server = ServerProcess.start(Map.of("consilium.recording.reserve", "0B"));
                HttpClient http = HttpClient.newHttpClient()) {
            Path folder = server.home().resolve("data/recordings");
            assumeTrue(
                    "".equals(ran("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", folder.toString())),
                    "no disk can be mounted here (root is needed)");
            try (RecordedCall call = aCall(server, http)) {
                stopsWhenFull(server, call);
                assertThat(ran("mount", "-o", "remount,size=64m", folder.toString()))
                        .isEmpty();
                goesOnWithRoom(server, call);
            } finally {
                server.stop();
                assertThat(ran("umount", folder.toString())).isEmpty();
            }
        }
    }

    private static void stopsWhenFull(ServerProcess server, RecordedCall call) {
        int index = 0;
        Api.Answer answer = call.put(index, false, new byte[PART]);
        while (answer.status() == 200 && index < 100) {
            index++;
            answer = call.put(index, false, new byte[PART]);
        }
        assertThat(index).as("parts of 1 MiB on a disk of 12").isBetween(10, 11);
        assertThat(answer.status()).isEqualTo(507);
        assertThat(answer.code()).isEqualTo("STORAGE_FULL");
        assertThat(call.doctorHears("STOPPED").path("reason").asString()).isEqualTo("STORAGE_FULL");
        assertThat(call.patientHears("STOPPED").path("reason").asString()).isEqualTo("STORAGE_FULL");
        assertThat(server.database()
                        .count(
                                "select count(*) from consultation_consultation where phase <> 'ENDED' and id ="
                                        + " (select consultation from recording where id = ?::uuid)",
                                call.recording()))
                .as("the call goes on")
                .isEqualTo(1);
        assertThat(readiness(server)).contains("200").contains("DEGRADED");
        assertThat(call.asksAgain()).isEqualTo("RECORDING_UNAVAILABLE");
    }

    private static void goesOnWithRoom(ServerProcess server, RecordedCall call) {
        assertThat(readiness(server)).contains("200").contains("UP");
        assertThat(call.put(50, false, new byte[PART]).status())
                .as("a part that waited in the page")
                .isEqualTo(200);
        assertThat(call.asksAgain()).isEqualTo("ASKED");
    }

    private static String readiness(ServerProcess server) {
        Api.Answer answer = server.api().get("/actuator/health/readiness");
        return answer.status() + " " + answer.envelope();
    }

    private static RecordedCall aCall(ServerProcess server, HttpClient http) {
        var appointment = server.database()
                .paidAppointment(ROSSI, WEBER, server.clock().now().minusSeconds(60), Duration.ofMinutes(30));
        return RecordedCall.begin(http, server.api().as(WEBER), server.api().as(ROSSI), appointment);
    }

    /** What it said; nothing when all is well. */
    private static String ran(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.onExit().join().exitValue() == 0 ? "" : "failed: " + said;
    }
}
