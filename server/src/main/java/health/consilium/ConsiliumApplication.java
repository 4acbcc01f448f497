package health.consilium;

import health.consilium.recording.VerifyRecordings;
import health.consilium.relay.TurnCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** One program: everything a clinic needs for video consultations. */
/* People sign in with accounts of our own, so the framework's default user must not exist. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ConsiliumApplication {
    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case VerifyRecordings.NAME -> System.exit(VerifyRecordings.run(args));
            case TurnCheck.NAME -> System.exit(TurnCheck.run(args));
            default -> SpringApplication.run(ConsiliumApplication.class, args);
        }
    }
}
