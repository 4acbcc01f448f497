package health.consilium.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import health.consilium.testing.Clinic;
import health.consilium.testing.FickleSmtp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server whose mails go over SMTP to a real mail server, through a way that tests may make bad. Its tests share one context. */
abstract class ThroughSmtp {
    static final String PUBLIC_URL = "https://video.clinic.example";
    static final FickleSmtp WAY;
    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    static {
        MAILS.start();
        WAY = new FickleSmtp(MAILS.getSmtp().getPort());
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("consilium.mail.host", () -> "127.0.0.1");
        registry.add("consilium.mail.port", WAY::port);
        registry.add("consilium.mail.security", () -> "none");
        registry.add("consilium.mail.timeout", () -> "1s");
        registry.add("consilium.mail.from", () -> "appointments@clinic.example");
        registry.add("consilium.public-url", () -> PUBLIC_URL);
    }

    @BeforeEach
    void wayIsGood() {
        WAY.behaves(FickleSmtp.Mood.WELL);
    }

    /** In the order in which they came. */
    static List<MimeMessage> mailsTo(Clinic.Person person) {
        return Arrays.stream(MAILS.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(person.email());
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
