package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.signalling.frame.FrameType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas in protocol/v1/schema say what the records say. Run with -Dschema.write=true to write them anew. */
class SchemaTests {
    private static final Path SCHEMAS = Path.of("..", "protocol", "v1", "schema");

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    @DisplayName("the schema on file is the one of the code")
    void noDrift(String side) throws IOException {
        Path file = SCHEMAS.resolve(side + ".schema.json");
        String wanted = FrameSchema.of(side, type -> (type.right() == FrameType.Right.SERVER) == side.equals("server"));
        if (Boolean.getBoolean("schema.write")) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file)).isEqualTo(wanted);
    }
}
