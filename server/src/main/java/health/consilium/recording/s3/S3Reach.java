package health.consilium.recording.s3;

import health.consilium.recording.spi.SegmentStore.StoreAway;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Whether the bucket can be reached. Anybody may ask for the server's readiness: the store is asked once in a while. */
final class S3Reach {
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final S3Client s3;
    private final String bucket;
    private long askedAt = System.nanoTime() - AT_MOST_EVERY.toNanos();
    private @Nullable StoreAway away;

    S3Reach(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    synchronized void need() throws StoreAway {
        Duration fresh = away == null ? AT_MOST_EVERY : WHILE_AWAY;
        if (System.nanoTime() - askedAt >= fresh.toNanos()) {
            away = asked();
            askedAt = System.nanoTime();
        }
        if (away != null) {
            throw away;
        }
    }

    /** Somebody has found out. It is asked anew in a while. */
    synchronized void lost(StoreAway how) {
        away = how;
        askedAt = System.nanoTime();
    }

    private @Nullable StoreAway asked() {
        try {
            s3.headBucket(head -> head.bucket(bucket).overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)));
            return null;
        } catch (SdkException e) {
            return S3Faults.named(e) instanceof StoreAway away ? away : new StoreAway("it is full");
        }
    }
}
