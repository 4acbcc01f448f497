package health.consilium.notification.mail;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.notification.MailProperties;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the mail server lets us in: connects, greets, encrypts and signs in, and sends nothing. */
@Component
class MailCheck implements SetupCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MailProperties settings;
    private final boolean demo;
    private final boolean sender;

    MailCheck(
            MailProperties settings,
            @Value("${consilium.mode:production}") String mode,
            @Value("${consilium.contact-email:#{null}}") @Nullable String contact) {
        this.settings = settings;
        this.demo = mode.equalsIgnoreCase("demo");
        this.sender = settings.from() != null || contact != null && !contact.isBlank();
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Found look() {
        String host = settings.host();
        if (host == null || host.isBlank()) {
            return Found.of(demo ? SetupFinding.MAIL_DEMO : SetupFinding.MAIL_OFF);
        }
        if (!sender) {
            return Found.of(SetupFinding.MAIL_NO_SENDER);
        }
        String where = host + ":" + settings.port();
        try {
            new SmtpPost(quick()).greet();
            return Found.of(SetupFinding.MAIL_ANSWERS, "where", where);
        } catch (AuthenticationFailedException e) {
            return Found.of(SetupFinding.MAIL_REFUSED, "where", where);
        } catch (MessagingException e) {
            Distrust distrust = Distrust.of(e);
            if (distrust != null) {
                return Found.of(distrust.finding(), "where", where, "host", host);
            }
            return Found.of(
                    SetupFinding.MAIL_AWAY, "where", where, "why", e.getClass().getSimpleName());
        }
    }

    /** Somebody waits for the page. */
    private MailProperties quick() {
        Duration timeout = settings.timeout().compareTo(PATIENCE) < 0 ? settings.timeout() : PATIENCE;
        return new MailProperties(
                settings.host(),
                settings.port(),
                settings.security(),
                settings.user(),
                settings.password(),
                settings.from(),
                timeout,
                settings.authority());
    }
}
