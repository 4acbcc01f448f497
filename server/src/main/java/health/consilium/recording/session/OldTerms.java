package health.consilium.recording.session;

import health.consilium.recording.store.RecordingStore;
import jakarta.annotation.PostConstruct;
import org.springframework.stereotype.Component;

/** Recordings from before each kept what people read get what holds at the first start after that, before anybody is answered. */
@Component
class OldTerms {
    private final RecordingStore store;
    private final RecordingFrames frames;

    OldTerms(RecordingStore store, RecordingFrames frames) {
        this.store = store;
        this.frames = frames;
    }

    @PostConstruct
    void keep() {
        store.withoutTerms(frames.terms());
    }
}
