package health.consilium.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * By which push services know this server (RFC 8292): one key pair an installation, made of the generated secret
 * {@code web-push}. Browsers that subscribed listen to this pair alone.
 */
@Component
public class Vapid {
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final Duration RENEWED_BEFORE = Duration.ofHours(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** 128 bits more than the curve needs, so that the rest of the division favours no number. */
    private static final int SEED = 48;

    private final String publicKey;
    private final Secret<PrivateKey> privateKey;
    private final @Nullable String contact;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Vapid(SecretStore secrets, @Value("${consilium.contact-email:#{null}}") @Nullable String email, Clock clock) {
        KeyPair pair = pair(secrets.named("web-push"));
        this.publicKey = BASE64.encodeToString(P256.point((ECPublicKey) pair.getPublic()));
        this.privateKey = Secret.of(pair.getPrivate());
        this.contact = email == null ? null : "mailto:" + email;
        this.clock = clock;
    }

    private record Token(Secret<String> value, Instant renewAt) {}

    private static KeyPair pair(Secret<String> secret) {
        try {
            byte[] seed = Encryption.hkdf(
                    new byte[0], secret.reveal().getBytes(UTF_8), "VAPID key P-256".getBytes(UTF_8), SEED);
            BigInteger most = P256.order().subtract(BigInteger.ONE);
            return P256.of(new BigInteger(1, seed).mod(most).add(BigInteger.ONE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a page hands to its browser as applicationServerKey. */
    public String publicKey() {
        return publicKey;
    }

    /** The Authorization header for that endpoint's service. */
    Secret<String> authorization(URI endpoint) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        Instant now = clock.instant();
        Token token = tokens.compute(
                audience,
                (service, known) -> known != null && now.isBefore(known.renewAt) ? known : token(service, now));
        return Secret.of("vapid t=" + token.value.reveal() + ", k=" + publicKey);
    }

    private Token token(String audience, Instant now) {
        Instant end = now.plus(LIFETIME);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", audience);
        claims.put("exp", end.getEpochSecond());
        if (contact != null) {
            claims.put("sub", contact);
        }
        String said = part(Map.of("typ", "JWT", "alg", "ES256")) + "." + part(claims);
        return new Token(Secret.of(said + "." + BASE64.encodeToString(signed(said))), end.minus(RENEWED_BEFORE));
    }

    private static String part(Map<String, Object> members) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(members));
    }

    private byte[] signed(String said) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey.reveal());
            signature.update(said.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
