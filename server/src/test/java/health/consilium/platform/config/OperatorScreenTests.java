package health.consilium.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

class OperatorScreenTests {
    @Test
    @DisplayName("why the program does not start is said once, with what to do, and nothing else")
    void saidOnce() {
        FailureAnalysis analysis =
                Objects.requireNonNull(new OperatorWords().analyze(new IllegalStateException(refusal())));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        new OperatorScreen(new PrintStream(screen, true, StandardCharsets.UTF_8)).report(analysis);
        assertThat(screen.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "Consilium did not start.",
                        "  These settings are not known: consilium.mod.",
                        "  Correct or remove them. docs/configuration.md lists every setting.");
    }

    @Test
    @DisplayName(
            "a value that makes no sense, a word where a time belongs and a database that is away are each one sentence")
    void inWords() {
        assertThat(said(new IllegalArgumentException("consilium.recording.kept-days is 0: it must be 1 or more.")))
                .isEqualTo("consilium.recording.kept-days is 0: it must be 1 or more.");
        assertThat(said(new SQLException("Connection refused", "08001"))).contains("consilium.database.url");
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("consilium.retention.chat", "soon")));
        assertThatThrownBy(() -> binder.bind("consilium.retention.chat", Duration.class))
                .satisfies(failure -> assertThat(said(failure)).startsWith("consilium.retention.chat is soon"));
        assertThat(new OperatorWords().analyze(new IllegalArgumentException("something else")))
                .isNull();
    }

    private static String said(Throwable failure) {
        return Objects.requireNonNull(new OperatorWords().analyze(new IllegalStateException(failure)))
                .getDescription();
    }

    @Test
    @DisplayName("the screen is one of those that the framework asks to report")
    void registered() {
        List<FailureAnalysisReporter> reporters =
                SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalysisReporter.class);
        assertThat(reporters).hasAtLeastOneElementOfType(OperatorScreen.class);
    }

    private static CannotStart refusal() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("consilium.mod", "demo")));
        try {
            new Settings().postProcessEnvironment(environment, new SpringApplication());
        } catch (CannotStart refused) {
            return refused;
        }
        throw new AssertionError("not refused");
    }
}
