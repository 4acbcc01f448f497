package health.consilium.platform.config;

import health.consilium.kernel.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Looks at all settings before anything starts: an unknown key is a typing mistake that would otherwise be found on the
 * day it matters, and production refuses what is only good for a rehearsal.
 */
public final class Settings implements EnvironmentPostProcessor, Ordered {
    private static final String PREFIX = "consilium.";
    private static final String FILE = "CONSILIUM_CONFIG";
    private static final String PORT = "CONSILIUM_PORT";
    private static final int LAST_PORT = 65_535;
    private static final List<String> PEM = List.of(
            "consilium.tls.certificate",
            "consilium.tls.private-key",
            "consilium.relay.certificate",
            "consilium.relay.private-key");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        OperatorScreen.instead();
        refuseMissing(environment, FILE);
        refuseNoPort(environment);
        Set<String> unknown = unknown(environment);
        if (!unknown.isEmpty()) {
            throw new CannotStart(
                    "These settings are not known: " + String.join(", ", unknown) + ".",
                    "Correct or remove them. docs/configuration.md lists every setting.");
        }
        if ("production".equalsIgnoreCase(environment.getProperty("consilium.mode", "production"))) {
            Production.check(environment);
            // Machines read this log: one JSON object a line.
            environment
                    .getPropertySources()
                    .addLast(
                            new MapPropertySource("consilium-log", Map.of("logging.structured.format.console", "ecs")));
        } else {
            // Somebody tries Consilium out: ./run says what there is to say.
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "consilium-demo",
                            Map.of(
                                    "spring.main.log-startup-info", "false",
                                    "consilium.relay.reaches-itself", "true",
                                    "consilium.contact-email", "desk@demo.example")));
        }
        useTls(environment);
    }

    /** Whoever names a file means it. */
    private static void refuseMissing(ConfigurableEnvironment environment, String key) {
        String file = environment.getProperty(key);
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw new CannotStart(
                    key + " names " + file + ", and there is no such file that can be read.",
                    "Correct the name, or remove the setting.");
        }
    }

    private static void refuseNoPort(ConfigurableEnvironment environment) {
        String port = environment.getProperty(PORT, "0");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw new CannotStart(PORT + " is " + port + ".", "A port is a number up to " + LAST_PORT + ".");
        }
    }

    private static Set<String> unknown(ConfigurableEnvironment environment) {
        Set<String> unknown = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> names) {
                for (String name : names.getPropertyNames()) {
                    if (isOurs(name) && !KnownKeys.isKnown(name)) {
                        unknown.add(name);
                    }
                }
            }
        }
        return unknown;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX) || name.startsWith("CONSILIUM_");
    }

    private static void useTls(ConfigurableEnvironment environment) {
        String certificate = environment.getProperty("consilium.tls.certificate");
        String key = environment.getProperty("consilium.tls.private-key");
        if (certificate != null && key != null) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "consilium-tls",
                            Map.of(
                                    "server.ssl.certificate", "file:" + certificate,
                                    "server.ssl.certificate-private-key", "file:" + key)));
        }
        refuseHalf(environment, "consilium.tls.certificate", "consilium.tls.private-key");
        refuseHalf(environment, "consilium.relay.certificate", "consilium.relay.private-key");
        PEM.forEach(pem -> refuseMissing(environment, pem));
        if (environment.getProperty("consilium.tls.trusted-proxy", Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "consilium-proxy", Map.of("server.forward-headers-strategy", "framework")));
        }
    }

    private static void refuseHalf(ConfigurableEnvironment environment, String certificate, String key) {
        if (environment.containsProperty(certificate) != environment.containsProperty(key)) {
            throw new CannotStart("Of " + certificate + " and " + key + " only one is set.", "Set both, or none.");
        }
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
