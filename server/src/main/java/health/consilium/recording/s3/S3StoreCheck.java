package health.consilium.recording.s3;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.time.Duration;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Whether the bucket that recordings lie in is there. It is only looked for; the server's start has written and read in it. */
@Component
class S3StoreCheck implements SetupCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final S3Properties settings;

    S3StoreCheck(S3Properties settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "recording-store";
    }

    @Override
    public Found look() {
        String bucket = settings.bucket();
        if (bucket == null || bucket.isEmpty()) {
            return Found.of(SetupFinding.STORE_LOCAL);
        }
        try (S3Client s3 = S3Connection.open(settings)) {
            s3.headBucket(head -> head.bucket(bucket)
                    .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE).apiCallAttemptTimeout(PATIENCE)));
            return Found.of(SetupFinding.STORE_THERE);
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case 404 -> Found.of(SetupFinding.STORE_NO_BUCKET, "bucket", bucket, "where", settings.where());
                case 401, 403 -> Found.of(SetupFinding.STORE_REFUSED);
                default -> away(e);
            };
        } catch (SdkException e) {
            return away(e);
        }
    }

    private Found away(SdkException e) {
        return Found.of(SetupFinding.STORE_AWAY, "why", S3Faults.named(e).getMessage() + "", "where", settings.where());
    }
}
