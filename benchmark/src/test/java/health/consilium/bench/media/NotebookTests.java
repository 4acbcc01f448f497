package health.consilium.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that outlive a run. */
class NotebookTests {
    private static final Instant EARLIER = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    @Test
    @DisplayName("a run that is broken off leaves what it has, in the order of the scenarios")
    void remembers() {
        Notebook first = Notebook.in(folder);
        first.add(result("blackout-3", EARLIER, Map.of("after.doctor.back", Double.NaN, "connected", 12.3456)));
        first.add(result("clean", EARLIER, Map.of("connected", 10.0)));
        List<Result> read = Notebook.in(folder).results();
        assertThat(read).extracting(result -> result.scenario().name()).containsExactly("clean", "blackout-3");
        assertThat(read.getLast().our().get("after.doctor.back")).isNaN();
        assertThat(read.getLast().our().get("connected")).isEqualTo(12.346);
        assertThat(read.getLast().taken()).isEqualTo(EARLIER);
        assertThat(read.getLast().way()).isEqualTo("host/udp");
    }

    @Test
    @DisplayName("a scenario that is measured again takes the place of what stood there, and no other's")
    void merges() {
        Notebook.in(folder).add(result("clean", EARLIER, Map.of("connected", 10.0)));
        Notebook.in(folder).add(result("wifi", EARLIER, Map.of("connected", 20.0)));
        Notebook.in(folder).add(result("clean", EARLIER.plusSeconds(60), Map.of("connected", 30.0)));
        assertThat(Notebook.in(folder).results())
                .extracting(result -> result.our().get("connected"))
                .containsExactly(30.0, 20.0);
    }

    @Test
    @DisplayName("a call that could not be made stays one; a folder without a report is empty")
    void never() {
        assertThat(Notebook.in(folder).results()).isEmpty();
        Notebook.in(folder).add(result("clean", EARLIER, Map.of()));
        Result read = Notebook.in(folder).results().getFirst();
        assertThat(read.ours()).hasSize(1);
        assertThat(Report.of(List.of(read), List.of())).contains("| clean | never / never |");
        assertThat(Files.exists(folder.resolve("report.json"))).isTrue();
    }

    private static Result result(String name, Instant taken, Map<String, Double> values) {
        List<Figures> figures = List.of(new Figures(values));
        return new Result(
                Scenarios.named(List.of(name)).getFirst(), taken, 0.1, "host/udp", "relay/tcp", figures, figures);
    }
}
