package health.consilium.admin.cli;

import health.consilium.kernel.KeyRotation;
import health.consilium.kernel.RetentionRule;
import health.consilium.kernel.SetupCheck;
import health.consilium.platform.CommandConfiguration;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** What of the server a command needs, with the server's own settings: no page, no deadline, no relay. */
@Import(CommandConfiguration.class)
@ConfigurationPropertiesScan("health.consilium")
@ComponentScan(
        basePackages = "health.consilium",
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {SetupCheck.class, RetentionRule.class, KeyRotation.class}),
            @Filter(
                    type = FilterType.REGEX,
                    pattern = {
                        ".*\\.platform\\.config\\.(SecretSetting|AddressConfiguration)",
                        ".*\\.platform\\.time\\.ClockConfiguration",
                        ".*\\.audit\\.chain\\.(Chain|ChainStore|ChainVerifier|ExportedHead)",
                        ".*\\.admin\\.retention\\.RetentionRuns",
                        ".*\\.chat\\.store\\.AttachmentFiles",
                        ".*\\.recording\\.vault\\.(Vault|LocalKeyWrapping)",
                        ".*\\.webhook\\.store\\.SecretsStore",
                        ".*\\.prescription\\.seal\\.Seal",
                        ".*\\.relay\\.coturn\\.RelayVisit",
                        ".*\\.identity\\.factor\\.(FactorSeal|SecondFactors)",
                        ".*\\.identity\\.people\\.OperatorDesk",
                        ".*\\.identity\\.signin\\.LinkService",
                        ".*\\.identity\\.store\\.(Account|Factor|Link|Login|Passkey|People)Store"
                    })
        })
class Parts {
    /** @throws RuntimeException when there is no database here, or the settings make no sense */
    static ConfigurableApplicationContext open() {
        SpringApplication parts = new SpringApplication(Parts.class);
        parts.setWebApplicationType(WebApplicationType.NONE);
        parts.setBannerMode(Banner.Mode.OFF);
        parts.setRegisterShutdownHook(false);
        parts.setDefaultProperties(Map.of("logging.level.root", "error", "spring.main.log-startup-info", "false"));
        return parts.run();
    }
}
