package health.consilium.prescription.seal;

import health.consilium.kernel.KeyRing;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.Sha256;
import health.consilium.prescription.domain.Content;
import java.util.Optional;
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

    private final KeyRing ring;

    Seal(SecretStore secrets) {
        this.ring = new KeyRing(secrets, "prescriptions");
    }

    /** A new key, which signs from now on. */
    void advance() {
        ring.advance();
    }

    private static Ed25519PrivateKeyParameters key(Secret<String> named) {
        return new Ed25519PrivateKeyParameters(Sha256.of(named.reveal()), 0);
    }

    /** One text for one content: members in the order of the alphabet, nothing between them. */
    public String canonical(Content content) {
        return CANONICAL.writeValueAsString(content);
    }

    public Content read(String canonical) {
        return CANONICAL.readValue(canonical, Content.class);
    }

    public byte[] digest(String canonical) {
        return Sha256.of(canonical);
    }

    public byte[] sign(byte[] digest) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key(ring.newestFirst().getFirst()));
        signer.update(digest, 0, digest.length);
        return signer.generateSignature();
    }

    /** Whether this very text was signed here. */
    public boolean holds(String canonical, byte[] signature) {
        return publicKey(digest(canonical), signature).isPresent();
    }

    /** The 32 bytes with which anybody can check this signature over this digest; empty when it was not made here. */
    public Optional<byte[]> publicKey(byte[] digest, byte[] signature) {
        return ring.newestFirst().stream()
                .map(named -> key(named).generatePublicKey())
                .filter(key -> verifies(key, digest, signature))
                .map(Ed25519PublicKeyParameters::getEncoded)
                .findFirst();
    }

    private static boolean verifies(Ed25519PublicKeyParameters key, byte[] digest, byte[] signature) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, key);
        signer.update(digest, 0, digest.length);
        return signer.verifySignature(signature);
    }
}
