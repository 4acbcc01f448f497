package health.consilium.recording;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A way to a clinic's recordings, for whoever looks after it: which there are, and whether each is whole. */
interface Door extends AutoCloseable {
    /** Up to 200, newest first, as the contract of administrators has them. @param before asked for before then */
    JsonNode list(@Nullable String before) throws IOException;

    JsonNode verify(String recording) throws IOException;

    @Override
    void close();
}
