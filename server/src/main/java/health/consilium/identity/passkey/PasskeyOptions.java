package health.consilium.identity.passkey;

import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.store.PasskeyStore.Passkey;
import health.consilium.kernel.PublicAddress;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a browser is told before it asks somebody for a passkey (WebAuthn 5.4 and 5.5, in the JSON of 5.1.8 and 5.1.10). Passkeys are
 * made for the host of the public address; browsers give them to no other.
 */
@Component
public class PasskeyOptions {
    static final long ES256 = -7;
    static final long ED25519 = -8;
    static final long RS256 = -257;
    private static final String TYPE = "public-key";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String clinic;
    private final String host;

    PasskeyOptions(PublicAddress address, @Value("${consilium.name:Consilium}") String clinic) {
        this.host = address.root().getHost().toLowerCase(Locale.ROOT);
        this.clinic = clinic;
    }

    public record PasskeyParty(String id, String name) {}

    /** @param id the account's, which is random and tells nobody who it is */
    public record PasskeyOwner(String id, String name, String displayName) {}

    public record PasskeyAlgorithm(String type, long alg) {}

    public record KnownPasskey(String type, String id, List<String> transports) {}

    public record PasskeyChoice(String residentKey, String userVerification) {}

    /** For {@code PublicKeyCredential.parseCreationOptionsFromJSON}. */
    public record PasskeyCreation(
            String challenge,
            PasskeyParty rp,
            PasskeyOwner user,
            List<PasskeyAlgorithm> pubKeyCredParams,
            long timeout,
            List<KnownPasskey> excludeCredentials,
            PasskeyChoice authenticatorSelection,
            String attestation) {}

    /** For {@code PublicKeyCredential.parseRequestOptionsFromJSON}. */
    public record PasskeyRequest(
            String challenge,
            String rpId,
            long timeout,
            List<KnownPasskey> allowCredentials,
            String userVerification) {}

    /** Which device it is does not matter to us, so none is asked to prove its make. */
    PasskeyCreation creation(UserView person, List<Passkey> known, byte[] challenge) {
        return new PasskeyCreation(
                BASE64.encodeToString(challenge),
                new PasskeyParty(host, clinic),
                new PasskeyOwner(BASE64.encodeToString(handle(person.id())), person.email(), person.displayName()),
                List.of(
                        new PasskeyAlgorithm(TYPE, ES256),
                        new PasskeyAlgorithm(TYPE, ED25519),
                        new PasskeyAlgorithm(TYPE, RS256)),
                Challenges.GOOD.toMillis(),
                known(known),
                new PasskeyChoice("preferred", "preferred"),
                "none");
    }

    /** @param known none: whoever it is */
    PasskeyRequest request(List<Passkey> known, byte[] challenge) {
        return new PasskeyRequest(
                BASE64.encodeToString(challenge),
                host,
                Challenges.GOOD.toMillis(),
                known(known),
                known.isEmpty() ? "required" : "preferred");
    }

    static byte[] handle(UserId account) {
        return ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    private static List<KnownPasskey> known(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(one -> new KnownPasskey(TYPE, BASE64.encodeToString(one.credentialId()), one.transports()))
                .toList();
    }
}
