package health.consilium.e2e.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A push service on this computer, with the keys of the one browser that it serves: takes what the server sends and reads it
 * as that browser would (RFC 8291).
 */
public final class PushService implements AutoCloseable {
    private static final String PASSWORD = "rehearsal";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int POINT = 65;
    private static final int SALT = 16;
    private static final int HEADER = SALT + 5 + POINT;
    private static final long PATIENCE_S = 20;

    private final Path store;
    private final HttpsServer server;
    private final KeyPair browser;
    private final byte[] auth = "sixteen letters!".getBytes(US_ASCII);
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    public PushService() {
        try {
            store = certificate();
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys(store), null, null);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            browser = generator.generateKeyPair();
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** As settings name it. */
    public String authority() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** How a Java program comes to believe its certificate. */
    public List<String> trusted() {
        return List.of("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** Lets every page of a context subscribe here, instead of at its browser's maker. */
    public String script() {
        byte[] point = point((ECPublicKey) browser.getPublic());
        return """
            (() => {
              if (!('PushManager' in window)) return;
              const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer;
              const made = (key) => ({
                endpoint: 'https://%s/wp/browser', options: { applicationServerKey: bytes(key) },
                getKey: (name) => bytes(name === 'auth' ? '%s' : '%s'),
                unsubscribe: async () => { localStorage.removeItem('rehearsal-push'); return true; },
              });
              PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
                localStorage.setItem('rehearsal-push', applicationServerKey);
                return made(applicationServerKey);
              };
              PushManager.prototype.getSubscription = async () => {
                const key = localStorage.getItem('rehearsal-push');
                return key ? made(key) : null;
              };
            })();
            """.formatted(authority(), BASE64.encodeToString(auth), BASE64.encodeToString(point));
    }

    /** What the browser is told next: JSON. */
    public String next() {
        try {
            String message = messages.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the server pushed nothing");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public boolean isQuiet() {
        return messages.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            messages.add(read(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(201, -1);
        } catch (GeneralSecurityException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private String read(byte[] body) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(body, SALT);
        byte[] sender = Arrays.copyOfRange(body, SALT + 5, HEADER);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(key(sender), true);
        byte[] info = ByteBuffer.allocate(14 + 2 * POINT)
                .put("WebPush: info\0".getBytes(US_ASCII))
                .put(point((ECPublicKey) browser.getPublic()))
                .put(sender)
                .array();
        byte[] secret = hkdf(auth, agreement.generateSecret(), info, 32);
        byte[] key = hkdf(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
        byte[] nonce = hkdf(salt, secret, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        String plain = new String(cipher.doFinal(body, HEADER, body.length - HEADER), UTF_8);
        return plain.substring(0, plain.lastIndexOf('\u0002'));
    }

    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(secret)
                        .thenExpand(info, length));
    }

    private PublicKey key(byte[] point) throws GeneralSecurityException {
        ECPoint at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(at, ((ECPublicKey) browser.getPublic()).getParams()));
    }

    private static byte[] point(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = 4;
        int end = 33;
        for (BigInteger one : List.of(key.getW().getAffineX(), key.getW().getAffineY())) {
            byte[] bytes = one.toByteArray();
            int length = Math.min(32, bytes.length);
            System.arraycopy(bytes, bytes.length - length, point, end - length, length);
            end = POINT;
        }
        return point;
    }

    private static javax.net.ssl.KeyManager[] keys(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        return factory.getKeyManagers();
    }

    private static Path certificate() throws IOException {
        Path store = Files.createTempDirectory(Files.createDirectories(Path.of("target", "push")), "service")
                .resolve("store.p12")
                .toAbsolutePath();
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "push",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        try {
            if (made.waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return store;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
