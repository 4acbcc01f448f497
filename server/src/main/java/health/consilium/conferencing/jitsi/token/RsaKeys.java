package health.consilium.conferencing.jitsi.token;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;

/** Private keys as {@code openssl genrsa} and {@code ssh-keygen -m PEM} write them (PKCS #8 and PKCS #1). */
public final class RsaKeys {
    private static final int SHORTEST_BITS = 2048;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1?PRIVATE KEY-----\\s*");

    private RsaKeys() {}

    /**
     * @param key the setting, as its name stands in docs/configuration.md
     * @param given the PEM text itself, or the path of a file that holds it
     * @throws CannotStart in words that hold nothing of it
     */
    public static Secret<RSAPrivateCrtKey> read(String key, Secret<String> given) {
        String text = given.reveal().strip();
        String pem = text.startsWith("-----BEGIN") ? text.replace("\\n", "\n") : file(key, text);
        Matcher found = PEM.matcher(pem.strip());
        if (!found.matches()) {
            throw new CannotStart(
                    key + " is no private RSA key without a password.",
                    "It is a file, or a text, that begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----."
                            + " Make one: openssl genrsa -out jitsi.pem 4096");
        }
        RSAPrivateCrtKey parsed = parse(key, found.group(1) != null, found.group(2));
        if (parsed.getModulus().bitLength() < SHORTEST_BITS) {
            throw new CannotStart(
                    key + " is a key of " + parsed.getModulus().bitLength() + " bits.",
                    "It must have 2048 or more. Make one: openssl genrsa -out jitsi.pem 4096");
        }
        return Secret.of(parsed);
    }

    private static String file(String key, String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            throw new CannotStart(
                    key + " is neither a key nor a file that can be read.",
                    "Give the path of the PEM file, and let the server's account read it.");
        }
    }

    private static RSAPrivateCrtKey parse(String key, boolean pkcs1, String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            KeyFactory keys = KeyFactory.getInstance("RSA");
            if (!pkcs1) {
                return (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            }
            RSAPrivateKey k = RSAPrivateKey.getInstance(bytes);
            return (RSAPrivateCrtKey) keys.generatePrivate(new RSAPrivateCrtKeySpec(
                    k.getModulus(),
                    k.getPublicExponent(),
                    k.getPrivateExponent(),
                    k.getPrime1(),
                    k.getPrime2(),
                    k.getExponent1(),
                    k.getExponent2(),
                    k.getCoefficient()));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new CannotStart(
                    key + " is damaged: it is no RSA key.", "Make one: openssl genrsa -out jitsi.pem 4096");
        }
    }

    static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
