package health.consilium.recording.s3;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/** With a bucket, recordings lie there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${consilium.recording.s3.bucket:}'.isEmpty()")
class S3Configuration {
    @Bean(destroyMethod = "close")
    S3SegmentStore s3SegmentStore(S3Properties settings) {
        S3Client s3 = S3Connection.open(settings);
        S3Check.check(s3, settings);
        return new S3SegmentStore(s3, String.valueOf(settings.bucket()), settings.prefix());
    }
}
