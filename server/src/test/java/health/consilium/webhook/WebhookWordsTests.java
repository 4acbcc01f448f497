package health.consilium.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A12: whoever chooses what a webhook tells reads it in their language. */
class WebhookWordsTests {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ar"})
    @DisplayName("A12: every event has words, and there are none for an event that there is not")
    void everyEvent(String language) throws IOException {
        Path file = Path.of("..", "web", "app", "src", "i18n", language, "webhooks.json");
        JsonNode words = JsonMapper.builder()
                .build()
                .readTree(Files.readString(file))
                .path("webhooks")
                .path("event");
        assertThat(words.propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WebhookEvent.values())
                        .map(event -> event.type().replace('.', '_'))
                        .toList());
        words.forEach(word -> assertThat(word.asString()).isNotBlank());
    }
}
