package health.consilium.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.notification.MailProperties;
import health.consilium.notification.MailProperties.Security;
import health.consilium.testing.FickleSmtp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A7: the configuration check greets the mail server and sends nothing. */
class MailCheckTests {
    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final FickleSmtp WAY;

    static {
        MAILS.start();
        MAILS.setUser("clinic", "secret");
        WAY = new FickleSmtp(MAILS.getSmtp().getPort());
    }

    @AfterAll
    static void close() {
        WAY.close();
        MAILS.stop();
    }

    private static Found look(@Nullable String host, @Nullable String password, String mode, @Nullable String from) {
        MailProperties settings = new MailProperties(
                host,
                WAY.port(),
                Security.NONE,
                password == null ? null : "clinic",
                password == null ? null : Secret.of(password),
                from,
                Duration.ofMillis(500),
                null);
        return new MailCheck(settings, mode, null).look();
    }

    @Test
    @DisplayName("a server that lets us in is fine, and no mail was sent")
    void fine() {
        WAY.behaves(FickleSmtp.Mood.WELL);
        assertThat(look("127.0.0.1", null, "production", "a@clinic.example").state())
                .isEqualTo(State.FINE);
        assertThat(look("127.0.0.1", "secret", "production", "a@clinic.example").state())
                .isEqualTo(State.FINE);
        assertThat(MAILS.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("a refused account is broken, and the password is not said")
    void refused() {
        WAY.behaves(FickleSmtp.Mood.WELL);
        Found found = look("127.0.0.1", "not-the-one", "production", "a@clinic.example");
        assertThat(found.state()).isEqualTo(State.BROKEN);
        assertThat(found.remedy()).contains("consilium.mail.password");
        assertThat(found.toString()).doesNotContain("not-the-one");
    }

    @Test
    @DisplayName("a server that hangs up or says nothing is broken, soon")
    void away() {
        for (FickleSmtp.Mood mood : new FickleSmtp.Mood[] {FickleSmtp.Mood.DOWN, FickleSmtp.Mood.SILENT}) {
            WAY.behaves(mood);
            assertThat(look("127.0.0.1", null, "production", "a@clinic.example").state())
                    .as(mood.name())
                    .isEqualTo(State.BROKEN);
        }
    }

    @Test
    @DisplayName("no mail server is broken in production and meant in the demo; mails without a sender are broken")
    void notSetUp() {
        assertThat(look(null, null, "production", null).state()).isEqualTo(State.BROKEN);
        assertThat(look(null, null, "demo", null).state()).isEqualTo(State.NOT_USED);
        assertThat(look("127.0.0.1", null, "production", null).what()).contains("no sender");
    }
}
