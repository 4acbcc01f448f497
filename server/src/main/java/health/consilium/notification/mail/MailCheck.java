package health.consilium.notification.mail;

import health.consilium.kernel.SetupCheck;
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
            return demo
                    ? Found.notUsed("The demo keeps its mails on a page of its own.", "")
                    : Found.broken(
                            "No mail leaves: nobody gets an invitation, a link or a reminder.",
                            "Set consilium.mail.host and what belongs to it.");
        }
        if (!sender) {
            return Found.broken(
                    "Mails have no sender.",
                    "Set consilium.mail.from to an address that the mail server lets you use.");
        }
        String where = host + ":" + settings.port();
        try {
            new SmtpPost(quick()).greet();
            return Found.fine("The mail server " + where + " lets us in; nothing was sent.");
        } catch (AuthenticationFailedException e) {
            return Found.broken(
                    "The mail server " + where + " refuses the account.",
                    "Check consilium.mail.user and consilium.mail.password.");
        } catch (MessagingException e) {
            return Found.broken(
                    "The mail server " + where + " does not answer as it should ("
                            + e.getClass().getSimpleName() + ").",
                    "Check consilium.mail.host, -.port and -.security (587 with starttls, 465 with tls), and whether a"
                            + " firewall lets this server out.");
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
                timeout);
    }
}
