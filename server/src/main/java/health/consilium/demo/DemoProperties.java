package health.consilium.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo.
 *
 * @param seed whether demo mode fills the database with made-up people and appointments
 */
@ConfigurationProperties("consilium.demo")
public record DemoProperties(@DefaultValue("true") boolean seed) {}
