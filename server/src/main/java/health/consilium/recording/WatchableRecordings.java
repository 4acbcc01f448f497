package health.consilium.recording;

import java.util.UUID;

/** Which recordings can be watched by those whose they are. */
public interface WatchableRecordings {
    /** False once its key was destroyed: its time was over, somebody took their consent back, or it was deleted. */
    boolean has(UUID recording);
}
