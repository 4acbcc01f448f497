package health.consilium.conferencing.jitsi.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.kernel.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes tokens by hand, good ones and bad ones, with nothing of the program's own. */
public final class Forge {
    public static final String SECRET = "a-secret-of-the-clinic-and-its-jitsi-0123456789";
    public static final Secret<RSAPrivateCrtKey> RSA = Secret.of((RSAPrivateCrtKey) pair().getPrivate());
    public static final Secret<RSAPrivateCrtKey> OTHER_RSA = Secret.of((RSAPrivateCrtKey) pair().getPrivate());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Forge() {}

    private static KeyPair pair() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The private half of {@link #RSA}, as a PEM file holds it. */
    public static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(RSA.reveal().getEncoded()) + "\n-----END PRIVATE KEY-----";
    }

    /** @return the same with one member changed; null takes it out */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> with(Map<String, Object> good, String path, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(good);
        int dot = path.indexOf('.');
        if (dot > 0) {
            String first = path.substring(0, dot);
            copy.put(
                    first,
                    with(
                            (Map<String, Object>) Objects.requireNonNull(good.get(first)),
                            path.substring(dot + 1),
                            value));
        } else if (value == null) {
            copy.remove(path);
        } else {
            copy.put(path, value);
        }
        return copy;
    }

    public static String hs256(Map<String, Object> header, Map<String, Object> claims, String secret) {
        String signed = signed(header, claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static String rs256(Map<String, Object> header, Map<String, Object> claims, Secret<RSAPrivateCrtKey> key) {
        String signed = signed(header, claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.reveal());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(Map<String, Object> header, Map<String, Object> claims) {
        return base64(JSON.writeValueAsBytes(header)) + "." + base64(JSON.writeValueAsBytes(claims));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
