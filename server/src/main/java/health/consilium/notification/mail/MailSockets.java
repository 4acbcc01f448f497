package health.consilium.notification.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The sockets to the mail server, and whom they believe. Jakarta Mail knows one patience for all of a conversation; here it can change. */
final class MailSockets {
    private final ThreadLocal<Socket> mine = new ThreadLocal<>();
    private final SSLSocketFactory encrypted;

    /** @param authority PEM file with whom to believe; null: whom Java believes */
    MailSockets(@Nullable Path authority) {
        try {
            this.encrypted = new Encrypted();
            if (authority != null) {
                ((MailSSLSocketFactory) encrypted)
                        .setTrustManagers(believing(authority).getTrustManagers());
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "consilium.mail.authority is " + authority + ": no certificate can be read there.", e);
        }
    }

    SSLSocketFactory encrypted() {
        return encrypted;
    }

    SocketFactory plain() {
        return new Plain();
    }

    /** How long the connection that this thread opened last waits for the next word from here on. */
    void patience(Duration patience) throws SocketException {
        Socket socket = mine.get();
        if (socket != null) {
            socket.setSoTimeout((int) patience.toMillis());
        }
    }

    void forget() {
        mine.remove();
    }

    private Socket opened(Socket socket) {
        mine.set(socket);
        return socket;
    }

    private static TrustManagerFactory believing(Path authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("mail-" + number++, one);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private final class Encrypted extends MailSSLSocketFactory {
        Encrypted() throws GeneralSecurityException {}

        @Override
        public synchronized Socket createSocket() throws IOException {
            return opened(super.createSocket());
        }

        @Override
        public synchronized Socket createSocket(Socket over, String host, int port, boolean closeBoth)
                throws IOException {
            return opened(super.createSocket(over, host, port, closeBoth));
        }
    }

    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() {
            return opened(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return opened(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return opened(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return opened(new Socket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return opened(new Socket(host, port, from, fromPort));
        }
    }
}
