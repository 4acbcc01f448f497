package health.consilium.recording.s3;

import health.consilium.recording.spi.SegmentStore.StorageFull;
import health.consilium.recording.spi.SegmentStore.StoreAway;
import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What went wrong, in the words of a store of segments. */
final class S3Faults {
    private static final int INSUFFICIENT_STORAGE = 507;
    /** As several stores say that nothing more goes in. */
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "InsufficientCapacity", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded");

    private S3Faults() {}

    static IOException named(SdkException e) {
        if (e instanceof S3Exception answered) {
            String code = answered.awsErrorDetails() == null
                    ? ""
                    : String.valueOf(answered.awsErrorDetails().errorCode());
            if (answered.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code)) {
                return new StorageFull();
            }
            return new StoreAway("it answers %d %s".formatted(answered.statusCode(), code));
        }
        return new StoreAway("it does not answer (" + root(e).getClass().getSimpleName() + ")");
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
