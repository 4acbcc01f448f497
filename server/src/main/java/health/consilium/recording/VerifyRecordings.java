package health.consilium.recording;

import health.consilium.identity.AdminDoor;
import java.io.IOException;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/**
 * {@code java -jar consilium.jar verify-recordings [address]}: has a running server read every part of every recording, and
 * prints a line a recording. Ends with 0 when all are whole, 1 when something was found, 2 when it could not look.
 */
public final class VerifyRecordings {
    public static final String NAME = "verify-recordings";

    private final AdminDoor door;
    private final PrintStream out;
    private int recordings;
    private int faulty;

    VerifyRecordings(AdminDoor door, PrintStream out) {
        this.door = door;
        this.out = out;
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        try (AdminDoor door = AdminDoor.named(arguments)) {
            return new VerifyRecordings(door, System.out).verify();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("Recordings could not be verified: " + e.getMessage());
            return 2;
        }
    }

    int verify() throws IOException {
        String page = "";
        JsonNode listed = door.get("/api/v1/admin/recordings");
        while (!listed.isEmpty()) {
            for (JsonNode recording : listed) {
                one(recording.path("id").asString(), recording.path("phase").asString());
                page = recording.path("askedAt").asString();
            }
            listed = door.get("/api/v1/admin/recordings?before=" + page);
        }
        out.printf("%d recordings, %d with findings%n", recordings, faulty);
        return faulty == 0 ? 0 : 1;
    }

    /** A recording that was erased has nothing left to read; its ledger is looked at all the same. */
    private void one(String id, String phase) throws IOException {
        JsonNode report = door.post("/api/v1/admin/recordings/" + id + "/verify");
        StringBuilder findings = new StringBuilder();
        for (JsonNode finding : report.path("findings")) {
            String fault = finding.path("fault").asString();
            if (!(fault.equals("ERASED") && phase.equals("DELETED"))) {
                findings.append(" %s(%s/%s)".formatted(fault, finding.path("take"), finding.path("index")));
            }
        }
        String verdict = phase.equals("DELETED") ? " erased" : " whole";
        recordings++;
        faulty += findings.isEmpty() ? 0 : 1;
        out.printf(
                "%s %s %s parts %s bytes:%s%n",
                id, phase, report.path("segments"), report.path("bytes"), findings.isEmpty() ? verdict : findings);
    }
}
