package health.consilium.platform.config;

import health.consilium.kernel.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The installation as a whole.
 *
 * @param mode demo (seeded, one-click sign-in) or production
 * @param name the clinic's name as patients read it
 * @param contactPhone the number that patients are told to call when they need help, for example +49 30 1234567
 * @param contactEmail the address that patients are told to write to when they need help
 * @param publicUrl the address under which browsers reach this server, for links in mails and for passkeys, which belong to its host, for example https://video.clinic.example
 * @param bookingUrl the page where patients book a new appointment, offered after a consultation that could not be held
 */
@ConfigurationProperties("consilium")
public record ConsiliumProperties(
        @DefaultValue("production") Mode mode,
        @DefaultValue("Consilium") String name,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String publicUrl,
        @Nullable String bookingUrl) {
    public ConsiliumProperties {
        if (publicUrl != null && !publicUrl.matches("https?://[^/?#@]+")) {
            throw new CannotStart(
                    "consilium.public-url is no web address without a path.",
                    "Write it as browsers show it, for example https://video.clinic.example.");
        }
        if (bookingUrl != null && !bookingUrl.matches("https?://.+")) {
            throw new CannotStart(
                    "consilium.booking-url is no web address.",
                    "Write it in full, for example https://clinic.example/book.");
        }
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }
}
