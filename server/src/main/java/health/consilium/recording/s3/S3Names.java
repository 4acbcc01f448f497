package health.consilium.recording.s3;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of objects. Others may put things into a bucket, too. */
final class S3Names {
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private S3Names() {}

    /** What follows the folder, when it is one of ours. */
    static Optional<UUID> uuid(String key, String folder) {
        String rest = key.substring(folder.length());
        String name = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return UUIDS.matcher(name).matches() ? Optional.of(UUID.fromString(name)) : Optional.empty();
    }
}
