package health.consilium.recording.s3;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Looks at the store before anybody records: what the settings got wrong keeps the program from starting, in one sentence. A
 * store that does not answer at all does not: calls are held without it, and nobody is asked to record until it is there.
 */
final class S3Check {
    private static final Logger log = LoggerFactory.getLogger(S3Check.class);
    private static final String KEY = "consilium.recording.s3.";

    private S3Check() {}

    /** Finds the bucket, and writes, reads and deletes a small object in it. */
    static void check(S3Client s3, S3Properties settings) {
        try {
            s3.headBucket(head -> head.bucket(settings.bucket()));
        } catch (SdkException e) {
            refuseOrSay(e, settings, "look into this bucket");
            return;
        }
        String probe = settings.prefix() + "probe-" + UUID.randomUUID();
        try {
            s3.putObject(put -> put.bucket(settings.bucket()).key(probe), RequestBody.fromString("probe"));
            s3.getObjectAsBytes(get -> get.bucket(settings.bucket()).key(probe));
            s3.deleteObject(delete -> delete.bucket(settings.bucket()).key(probe));
        } catch (SdkException e) {
            refuseOrSay(e, settings, "write, read and delete there");
        }
    }

    private static void refuseOrSay(SdkException e, S3Properties settings, String what) {
        if (e instanceof S3Exception answered && answered.statusCode() < 500) {
            throw refused(answered, settings, what);
        }
        log.error(
                "recordings cannot be stored until {} answers: {}. Check {}endpoint. Calls go on without them.",
                settings.where(),
                String.valueOf(S3Faults.named(e).getMessage()),
                KEY);
    }

    private static RuntimeException refused(S3Exception e, S3Properties settings, String what) {
        String bucket = KEY + "bucket is " + settings.bucket() + ": ";
        String key = KEY + "access-key is " + settings.accessKey() + ": ";
        return new IllegalArgumentException(
                switch (e.statusCode()) {
                    case 404 -> bucket + settings.where() + " has no such bucket. Make it, or correct the name.";
                    case 401, 403 ->
                        key + settings.where() + " does not let this key, with this secret-key, " + what + ".";
                    default ->
                        bucket + settings.where() + " refuses to let us " + what + " ("
                                + S3Faults.named(e).getMessage() + "). Check endpoint, region and path-style.";
                },
                e);
    }
}
