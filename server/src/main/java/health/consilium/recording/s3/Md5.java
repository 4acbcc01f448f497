package health.consilium.recording.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Content-MD5 (RFC 1864), the one checksum that every S3-compatible store checks before it keeps an object, and that most of
 * them give back as its entity tag. It finds damage; against forgery stands the AES-GCM of what is sent.
 */
record Md5(byte[] digest) {
    static Md5 of(byte[] content) {
        try {
            return new Md5(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String header() {
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Whether the store says of what it holds that it is this. Of objects it encrypts itself some say something else. */
    boolean isTag(@Nullable String entityTag) {
        return HexFormat.of().formatHex(digest).equals(String.valueOf(entityTag).replace("\"", ""));
    }
}
