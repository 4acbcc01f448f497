package health.consilium.recording.s3;

import health.consilium.kernel.SetupCheck;
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
            return Found.notUsed("Recordings lie in the data directory.", "");
        }
        try (S3Client s3 = S3Connection.open(settings)) {
            s3.headBucket(head -> head.bucket(bucket)
                    .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE).apiCallAttemptTimeout(PATIENCE)));
            return Found.fine("The bucket for recordings is there, and the key is let in.");
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case 404 ->
                    Found.broken(
                            "There is no bucket " + bucket + " at " + settings.where() + ".",
                            "Make it, or correct consilium.recording.s3.bucket.");
                case 401, 403 ->
                    Found.broken(
                            "The store of recordings refuses the key.",
                            "Check consilium.recording.s3.access-key and -.secret-key, and what the key may do.");
                default -> away(e);
            };
        } catch (SdkException e) {
            return away(e);
        }
    }

    private Found away(SdkException e) {
        return Found.broken(
                "The store of recordings is away: " + S3Faults.named(e).getMessage() + ".",
                "Check " + settings.where() + " and consilium.recording.s3.endpoint. Calls go on without recordings.");
    }
}
