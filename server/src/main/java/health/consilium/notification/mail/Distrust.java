package health.consilium.notification.mail;

import health.consilium.kernel.SetupFinding;
import jakarta.mail.MessagingException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why we do not tell a mail server anything: it cannot show who it is, or others could read along. */
enum Distrust {
    UNKNOWN(SetupFinding.MAIL_CERTIFICATE_UNKNOWN),
    OTHER_NAME(SetupFinding.MAIL_CERTIFICATE_NAME),
    NOT_NOW(SetupFinding.MAIL_CERTIFICATE_DATE),
    NOT_ENCRYPTED(SetupFinding.MAIL_NOT_ENCRYPTED);

    private final SetupFinding finding;

    Distrust(SetupFinding finding) {
        this.finding = finding;
    }

    SetupFinding finding() {
        return finding;
    }

    /** Null when it was something else. */
    static @Nullable Distrust of(MessagingException e) {
        boolean certificate = false;
        boolean encrypting = String.valueOf(e.getMessage()).contains("STARTTLS");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return NOT_NOW;
            }
            if (cause instanceof CertPathBuilderException) {
                return UNKNOWN;
            }
            certificate |= cause instanceof CertificateException;
            encrypting |= cause instanceof SSLException;
        }
        if (certificate) {
            return OTHER_NAME;
        }
        return encrypting ? NOT_ENCRYPTED : null;
    }
}
