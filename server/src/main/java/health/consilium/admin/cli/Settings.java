package health.consilium.admin.cli;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** The server's settings, where there is nothing yet that could be looked at. */
final class Settings {
    private Settings() {}

    static final class Nothing {}

    static ConfigurableEnvironment read() {
        SpringApplication nothing = new SpringApplication(Nothing.class);
        nothing.setWebApplicationType(WebApplicationType.NONE);
        nothing.setBannerMode(Banner.Mode.OFF);
        nothing.setRegisterShutdownHook(false);
        nothing.setDefaultProperties(Map.of("logging.level.root", "error", "spring.main.log-startup-info", "false"));
        try (ConfigurableApplicationContext context = nothing.run()) {
            return context.getEnvironment();
        }
    }
}
