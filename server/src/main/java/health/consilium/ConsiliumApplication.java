package health.consilium;

import health.consilium.admin.AdminCommands;
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
        if (AdminCommands.isOne(args)) {
            System.exit(AdminCommands.run(args));
        }
        SpringApplication.run(ConsiliumApplication.class, args);
    }
}
