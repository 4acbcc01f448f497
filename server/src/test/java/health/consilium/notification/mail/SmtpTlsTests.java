package health.consilium.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.kernel.SetupFinding;
import health.consilium.notification.MailProperties;
import health.consilium.notification.MailProperties.Security;
import health.consilium.notification.outbox.Carrier.Outcome;
import health.consilium.notification.outbox.Problem;
import health.consilium.testing.Certificates;
import health.consilium.testing.Certificates.Pair;
import health.consilium.testing.TestTls;
import jakarta.mail.MessagingException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A3: mails over TLS and STARTTLS to a real mail server, and to those that cannot show who they are. */
class SmtpTlsTests {
    private static final Pair OURS = Certificates.selfSigned("DNS:localhost,IP:127.0.0.1");
    private static final Pair ANOTHERS = Certificates.selfSigned("DNS:smtp.elsewhere.example");
    private static final List<SMTPServer> STARTED = new CopyOnWriteArrayList<>();
    private static final List<String> TAKEN = new CopyOnWriteArrayList<>();

    @AfterAll
    static void close() {
        STARTED.forEach(SMTPServer::stop);
    }

    /** Takes mails only over an encrypted connection, and only from the clinic. */
    private static SMTPServer server(Security security, @Nullable Pair pair) {
        SMTPServer.Builder made = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("smtp.clinic.example")
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, password, context) -> {
                    if (!name.equals("clinic") || !password.equals("secret")) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, data) -> TAKEN.add(to));
        if (pair != null && security == Security.TLS) {
            made.serverSocketFactory(TestTls.of(pair));
        } else if (pair != null) {
            made.enableTLS().requireTLS().startTlsSocketFactory(TestTls.of(pair));
        }
        SMTPServer server = made.build();
        server.start();
        STARTED.add(server);
        return server;
    }

    private static MailProperties settings(Security security, SMTPServer server, @Nullable Path authority) {
        return new MailProperties(
                "127.0.0.1",
                server.getPortAllocated(),
                security,
                "clinic",
                Secret.of("secret"),
                "appointments@clinic.example",
                Duration.ofSeconds(5),
                authority);
    }

    private static Found look(Security security, SMTPServer server, @Nullable Path authority) {
        return new MailCheck(settings(security, server, authority), "production", null).look();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    @DisplayName("A3: a mail goes out encrypted, and the check says that the server lets us in")
    void goesOut(Security security) throws MessagingException {
        SMTPServer server = server(security, OURS);
        int before = TAKEN.size();
        assertThat(look(security, server, OURS.certificate()).finding()).isEqualTo(SetupFinding.MAIL_ANSWERS);
        assertThat(TAKEN).as("the check sends nothing").hasSize(before);
        assertThat(new SmtpPost(settings(security, server, OURS.certificate()))
                        .send(SmtpPostTests.message(), SmtpPostTests.mail()))
                .isEqualTo(new Outcome.Sent());
        assertThat(TAKEN).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    @DisplayName(
            "A3: a certificate that nobody vouches for is refused, nothing is told to that server, and why is said")
    void nobodyVouches(Security security) throws MessagingException {
        SMTPServer server = server(security, OURS);
        refused(security, server, null, SetupFinding.MAIL_CERTIFICATE_UNKNOWN);
        assertThat(look(security, server, null).remedy()).contains("consilium.mail.authority");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    @DisplayName("A3: a certificate for another name is refused also when its authority is believed")
    void anotherName(Security security) throws MessagingException {
        SMTPServer server = server(security, ANOTHERS);
        refused(security, server, ANOTHERS.certificate(), SetupFinding.MAIL_CERTIFICATE_NAME);
        assertThat(look(security, server, ANOTHERS.certificate()).what()).contains("another name than 127.0.0.1");
    }

    @Test
    @DisplayName("A3: a server that does not offer STARTTLS gets neither the password nor a mail")
    void noStartTls() throws MessagingException {
        refused(Security.STARTTLS, server(Security.STARTTLS, null), null, SetupFinding.MAIL_NOT_ENCRYPTED);
    }

    @Test
    @DisplayName("A3: a server that speaks in the clear where TLS is expected is refused")
    void clearWhereTls() throws MessagingException {
        refused(Security.TLS, server(Security.TLS, null), null, SetupFinding.MAIL_NOT_ENCRYPTED);
    }

    @Test
    @DisplayName("A7: a certificate that is too old is called so")
    void tooOld() {
        var cause = new SSLHandshakeException("PKIX");
        cause.initCause(new CertificateExpiredException("NotAfter"));
        assertThat(Distrust.of(new MessagingException("no TLS", cause))).isEqualTo(Distrust.NOT_NOW);
        assertThat(Distrust.of(new MessagingException("no route"))).isNull();
    }

    @Test
    @DisplayName("A7: an authority that cannot be read stops the start, with the name of the setting")
    void noAuthority() {
        assertThatThrownBy(() -> new MailSockets(Path.of("no-such-file.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("consilium.mail.authority is no-such-file.pem");
    }

    private static void refused(Security security, SMTPServer server, @Nullable Path authority, SetupFinding why)
            throws MessagingException {
        int before = TAKEN.size();
        Found found = look(security, server, authority);
        assertThat(found.finding()).isEqualTo(why);
        assertThat(found.state()).isEqualTo(State.BROKEN);
        assertThat(found.what()).contains("127.0.0.1:" + server.getPortAllocated());
        assertThat(new SmtpPost(settings(security, server, authority))
                        .send(SmtpPostTests.message(), SmtpPostTests.mail()))
                .isEqualTo(new Outcome.Again(Problem.NOT_TRUSTED));
        assertThat(TAKEN).hasSize(before);
    }
}
