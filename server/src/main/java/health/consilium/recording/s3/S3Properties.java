package health.consilium.recording.s3;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SettingCheck;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where recordings lie when they do not lie on the server's own disk.
 *
 * @param bucket the bucket of an S3-compatible store that takes the (encrypted) parts of recordings; empty: the data directory does
 * @param endpoint where that store is, for example https://objects.clinic.example; empty: Amazon's, of the region
 * @param region the region that requests are signed for; stores of one's own mostly take any
 * @param accessKey the name of the key
 * @param secretKey the key
 * @param pathStyle true: the bucket stands in the path of an address, false: in the host's name
 * @param prefix what the names of all objects begin with, for example consilium/
 */
@ConfigurationProperties("consilium.recording.s3")
public record S3Properties(
        @Nullable String bucket,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable Secret<String> secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("") String prefix) {
    private static final String KEY = "consilium.recording.s3.";

    public S3Properties {
        if (bucket != null && !bucket.isEmpty()) {
            require(accessKey != null && !accessKey.isEmpty(), "access-key", "is missing", "a bucket needs one");
            require(
                    secretKey != null && !secretKey.reveal().isEmpty(),
                    "secret-key",
                    "is missing",
                    "a bucket needs one");
            boolean web = endpoint == null
                    || "http".equals(scheme(endpoint)) && endpoint.getHost() != null
                    || "https".equals(scheme(endpoint)) && endpoint.getHost() != null;
            SettingCheck.require(web, KEY + "endpoint", String.valueOf(endpoint), "it begins with https:// or http://");
            boolean plain = !prefix.startsWith("/") && (prefix.isEmpty() || prefix.endsWith("/"));
            SettingCheck.require(plain, KEY + "prefix", prefix, "it ends with / and does not begin with one");
        }
    }

    private static void require(boolean holds, String setting, String is, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(KEY + setting + " " + is + ": " + rule + ".");
        }
    }

    private static String scheme(URI endpoint) {
        return String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** The store in words for whoever runs the server. */
    String where() {
        return endpoint == null ? "Amazon S3 in " + region : endpoint.toString();
    }
}
