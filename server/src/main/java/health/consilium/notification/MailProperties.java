package health.consilium.notification;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SettingCheck;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that carries mails to patients. Without a host no mail leaves: the demo keeps its mails on a page.
 *
 * @param host name of the mail server (SMTP submission)
 * @param port 587 for starttls, 465 for tls
 * @param security starttls, tls, or none: none only to a mail server on this computer
 * @param user account name at the mail server; empty: it wants none
 * @param password its password
 * @param from the address that mails come from, for example appointments@clinic.example; empty: consilium.contact-email
 * @param timeout how long to wait for the mail server's next word; four times as long for the one that it has taken a mail
 * @param authority PEM file with the authority that vouches for the mail server's certificate, where no public one does
 */
@ConfigurationProperties("consilium.mail")
public record MailProperties(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Security security,
        @Nullable String user,
        @Nullable Secret<String> password,
        @Nullable String from,
        @DefaultValue("15s") Duration timeout,
        @Nullable Path authority) {
    /** How the way to the mail server is encrypted. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    public MailProperties {
        SettingCheck.port("consilium.mail.port", port);
        SettingCheck.positive("consilium.mail.timeout", timeout);
        SettingCheck.require(
                timeout.compareTo(Duration.ofSeconds(30)) <= 0,
                "consilium.mail.timeout",
                timeout,
                "it can be 30s at most, or a slow server would hold up the next mails");
        SettingCheck.require(
                from == null || from.matches("[^\\s<>@,;]+@[^\\s<>@,;]+"),
                "consilium.mail.from",
                String.valueOf(from),
                "write one address, for example appointments@clinic.example");
        SettingCheck.require(
                security != Security.NONE || host == null || isHere(host),
                "consilium.mail.security",
                security,
                "mails may go unencrypted only to a mail server on this computer");
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }
}
