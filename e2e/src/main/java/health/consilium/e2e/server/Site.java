package health.consilium.e2e.server;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where a server runs. */
public interface Site {
    /** This computer, as it is. */
    Site HERE = new Site() {};

    /** A command line that runs a program there. */
    default List<String> command(List<String> program) {
        return program;
    }

    /** As browsers reach a port of it. */
    default URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** The port on this computer's loopback that leads to a port of its loopback. */
    default int door(int port) {
        return port;
    }

    /** What a server must know that runs there. */
    default Map<String, String> settings() {
        return Map.of();
    }
}
