package health.consilium.conferencing.jaas;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.CloudRecording;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** JaaS that also records. 8x8 lets only a page start and stop it, so here that is nobody's turn; the films come by its webhook. */
final class JaasRecordingProvider implements ConferencingProvider, CloudRecording {
    private final JaasProvider calls;
    private final FilmStore films;

    JaasRecordingProvider(JaasProvider calls, FilmStore films) {
        this.calls = calls;
        this.films = films;
    }

    @Override
    public String service() {
        return "8x8";
    }

    @Override
    public void start(Room room) {
        // The doctor's page does, when it hears that everybody agreed.
    }

    @Override
    public void stop(Room room) {
        // The doctor's page does; 8x8 ends it with the room.
    }

    @Override
    public Film fetch(String recording) {
        try {
            return films.open(recording);
        } catch (NoSuchFileException | IllegalArgumentException gone) {
            throw new Problem(ErrorCode.NOT_FOUND, "This film is not here (any more).");
        } catch (IOException e) {
            throw new Problem(ErrorCode.PROVIDER_UNAVAILABLE, "This film cannot be read.");
        }
    }

    @Override
    public void delete(String recording) {
        try {
            films.delete(recording);
        } catch (IOException e) {
            throw new Problem(ErrorCode.PROVIDER_UNAVAILABLE, "This film could not be deleted.");
        } catch (IllegalArgumentException noneOfOurs) {
            // Deleting what is not here is success.
        }
    }

    @Override
    public String name() {
        return calls.name();
    }

    @Override
    public Room open(RoomRequest request) {
        return calls.open(request);
    }

    @Override
    public JoinGrant admit(Room room, Admission admission) {
        return calls.admit(room, admission);
    }

    @Override
    public void close(Room room) {
        calls.close(room);
    }
}
