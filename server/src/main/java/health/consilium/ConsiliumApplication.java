package health.consilium;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** One program: everything a clinic needs for video consultations. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsiliumApplication {
    public static void main(String[] args) {
        SpringApplication.run(ConsiliumApplication.class, args);
    }
}
