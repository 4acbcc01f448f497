package health.consilium.conferencing.jitsi.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import health.consilium.kernel.Secret;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Map;

/** Signs claims under one key, in a header that says "JWT" as Jitsi wants it, and the name of the key where it has one. */
public final class Signer {
    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private Signer(JWSHeader header, JWSSigner signer, JWSVerifier verifier) {
        this.header = header;
        this.signer = signer;
        this.verifier = verifier;
    }

    /** @param secret 32 bytes or more (RFC 7518, 3.2) */
    public static Signer hs256(Secret<String> secret) {
        try {
            return new Signer(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    new MACSigner(secret.reveal()),
                    new MACVerifier(secret.reveal()));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the secret is too short");
        }
    }

    public static Signer rs256(Secret<RSAPrivateCrtKey> key, String keyId) {
        return new Signer(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(keyId)
                        .build(),
                new RSASSASigner(key.reveal()),
                new RSASSAVerifier(RsaKeys.publicKey(key.reveal())));
    }

    public Secret<String> sign(Map<String, Object> claims) {
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
        return Secret.of(token.serialize());
    }

    /** What holds against this key. */
    JWSVerifier verifier() {
        return verifier;
    }

    JWSHeader header() {
        return header;
    }
}
