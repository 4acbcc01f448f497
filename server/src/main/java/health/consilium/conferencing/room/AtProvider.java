package health.consilium.conferencing.room;

import health.consilium.conferencing.RoomRecorder;
import health.consilium.conferencing.spi.CloudRecording;
import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.conferencing.spi.Room;
import java.time.Duration;
import java.util.Optional;

/** One room and whoever records it. */
record AtProvider(CloudRecording provider, Room room) implements RoomRecorder {
    @Override
    public String service() {
        return provider.service();
    }

    @Override
    public void start() {
        provider.start(room);
    }

    @Override
    public Optional<Boolean> isRecording() {
        return provider.isRecording(room);
    }

    @Override
    public void stop() {
        provider.stop(room);
    }

    @Override
    public Film fetch(String recording) {
        return provider.fetch(recording);
    }

    @Override
    public Duration clockStep() {
        return provider.clockStep();
    }

    @Override
    public void delete(String recording) {
        provider.delete(recording);
    }
}
