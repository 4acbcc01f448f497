package health.consilium.prescription.seal;

import health.consilium.kernel.SecretStore;
import health.consilium.prescription.domain.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs what is prescribed with this installation's key (Ed25519, RFC 8032), so that a row that somebody changed or
 * made up in the database is found out.
 */
@Component
public class Seal {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Ed25519PrivateKeyParameters key;
    private final Ed25519PublicKeyParameters publicKey;

    Seal(SecretStore secrets) {
        byte[] seed = sha256(secrets.named("prescriptions").reveal().getBytes(StandardCharsets.UTF_8));
        this.key = new Ed25519PrivateKeyParameters(seed, 0);
        this.publicKey = key.generatePublicKey();
    }

    /** One text for one content: members in the order of the alphabet, nothing between them. */
    public String canonical(Content content) {
        return CANONICAL.writeValueAsString(content);
    }

    public Content read(String canonical) {
        return CANONICAL.readValue(canonical, Content.class);
    }

    public byte[] digest(String canonical) {
        return sha256(canonical.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] sign(byte[] digest) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(digest, 0, digest.length);
        return signer.generateSignature();
    }

    /** Whether this very text was signed here. */
    public boolean holds(String canonical, byte[] signature) {
        byte[] digest = digest(canonical);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, publicKey);
        signer.update(digest, 0, digest.length);
        return signer.verifySignature(signature);
    }

    /** 32 bytes; with it anybody can check a signature over a digest. */
    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
