package health.consilium.recording.segments;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Where recordings lie in a folder, a test may declare the disk full; so far it is the disk. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnExpression("'${consilium.recording.s3.bucket:}'.isEmpty()")
public class DiskThatFills {
    @Bean
    @Primary
    FullDisk fullDisk(FileSegmentStore files) {
        return new FullDisk(files);
    }
}
