package health.consilium.recording.s3;

import health.consilium.kernel.Secret;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A client from our settings and nothing else: neither variables of the environment nor files of a home directory count. */
final class S3Connection {
    /** Pages wait 30 s for an answer: ours comes before. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration ONE_TRY = Duration.ofSeconds(8);
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);

    private S3Connection() {}

    static S3Client open(S3Properties settings) {
        Secret<String> secret = Objects.requireNonNull(settings.secretKey());
        AwsBasicCredentials keys = AwsBasicCredentials.create(String.valueOf(settings.accessKey()), secret.reveal());
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                // What is read is AES-GCM: the tag tells.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .addPlugin(LegacyMd5Plugin.create())
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(ONE_TRY))
                .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)
                        .apiCallAttemptTimeout(ONE_TRY)
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        return settings.endpoint() == null
                ? client.build()
                : client.endpointOverride(settings.endpoint()).build();
    }
}
