package health.consilium.recording;

import health.consilium.identity.AdminDoor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The recordings of a server that runs, over HTTP. */
record RunningServer(AdminDoor server) implements Door {
    private static final String RECORDINGS = "/api/v1/admin/recordings";

    @Override
    public JsonNode list(@Nullable String before) throws IOException {
        return server.get(RECORDINGS + (before == null ? "" : "?before=" + before));
    }

    @Override
    public JsonNode verify(String recording) throws IOException {
        return server.post(RECORDINGS + "/" + recording + "/verify");
    }

    @Override
    public void close() {
        server.close();
    }
}
