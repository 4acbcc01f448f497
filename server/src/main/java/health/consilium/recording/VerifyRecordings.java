package health.consilium.recording;

import health.consilium.identity.AdminDoor;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code java -jar consilium.jar verify-recordings [address]}: reads every part of every recording, and prints a line a
 * recording. With an address it has the running server there do it, as an administrator. Without one it reads by itself while
 * the server is stopped, with the server's own settings. Ends with 0 when all are whole, 1 when something was found, 2 when it
 * could not look.
 */
public final class VerifyRecordings {
    public static final String NAME = "verify-recordings";

    private final Door door;
    private final PrintStream out;
    private final boolean json;
    private final List<Read> all = new ArrayList<>();

    VerifyRecordings(Door door, PrintStream out, boolean json) {
        this.door = door;
        this.out = out;
        this.json = json;
    }

    /** @param findings codes, each with its take and part; empty when it is whole */
    private record Read(String id, String phase, int parts, long bytes, List<String> findings) {}

    /** @param json for programs; @return the exit code */
    public static int run(boolean json, String... arguments) {
        boolean running = arguments.length > 1 && !arguments[1].startsWith("--");
        try (Door door = running ? new RunningServer(AdminDoor.named(arguments)) : stopped(arguments)) {
            return new VerifyRecordings(door, System.out, json).verify();
        } catch (IOException | RuntimeException e) {
            System.err.println("Recordings could not be verified: " + words(e));
            return 2;
        }
    }

    private static Door stopped(String... arguments) {
        return StoppedServer.open(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** The innermost words are the ones that somebody wrote for people. */
    private static String words(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    int verify() throws IOException {
        String page = "";
        JsonNode listed = door.list(null);
        while (!listed.isEmpty()) {
            for (JsonNode recording : listed) {
                one(recording.path("id").asString(), recording.path("phase").asString());
                page = recording.path("askedAt").asString();
            }
            listed = door.list(page);
        }
        long faulty = all.stream().filter(read -> !read.findings().isEmpty()).count();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(all));
        } else {
            out.printf("%d recordings, %d with findings%n", all.size(), faulty);
        }
        return faulty == 0 ? 0 : 1;
    }

    /** A recording that was erased has nothing left to read; its ledger is looked at all the same. */
    private void one(String id, String phase) throws IOException {
        JsonNode report = door.verify(id);
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            String fault = finding.path("fault").asString();
            if (!(fault.equals("ERASED") && phase.equals("DELETED"))) {
                findings.add("%s(%s/%s)".formatted(fault, finding.path("take"), finding.path("index")));
            }
        }
        Read read = new Read(
                id, phase, report.path("segments").asInt(), report.path("bytes").asLong(), findings);
        all.add(read);
        if (!json) {
            String verdict = phase.equals("DELETED") ? "erased" : "whole";
            out.printf(
                    "%s %s %d parts %d bytes: %s%n",
                    id, phase, read.parts, read.bytes, findings.isEmpty() ? verdict : String.join(" ", findings));
        }
    }
}
