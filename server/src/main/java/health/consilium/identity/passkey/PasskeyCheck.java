package health.consilium.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import health.consilium.identity.store.PasskeyStore.Passkey;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.PublicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The checks of WebAuthn 7.1 and 7.2, made by webauthn4j: challenge, origin, whom it is for, presence, signature, counter. */
@Component
class PasskeyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCheck.class);
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = LongStream.of(
                    PasskeyOptions.ES256, PasskeyOptions.ED25519, PasskeyOptions.RS256)
            .mapToObj(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final Origin origin;
    private final String host;

    PasskeyCheck(PublicAddress address) {
        this.origin = new Origin(address.root().toString());
        this.host = address.root().getHost().toLowerCase(Locale.ROOT);
    }

    /** What is kept of a new passkey. */
    record Made(
            byte[] credentialId, byte[] attested, long signCount, boolean backupEligible, List<String> transports) {}

    /** @throws Problem PASSKEY_REFUSED */
    Made made(String answer, byte[] challenge) {
        RegistrationData data = read(() -> manager.parseRegistrationResponseJSON(answer));
        check(() -> manager.verify(data, new RegistrationParameters(expected(challenge), ALGORITHMS, false, true)));
        var said = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var key = Objects.requireNonNull(said.getAttestedCredentialData());
        Set<AuthenticatorTransport> transports = data.getTransports();
        return new Made(
                key.getCredentialId(),
                keys.convert(key),
                said.getSignCount(),
                said.isFlagBE(),
                transports == null
                        ? List.of()
                        : transports.stream()
                                .map(AuthenticatorTransport::getValue)
                                .filter(name -> name.matches("[a-z-]{1,20}"))
                                .limit(8)
                                .toList());
    }

    /** @throws Problem PASSKEY_REFUSED when it is no answer of a passkey at all */
    AuthenticationData read(String answer) {
        return read(() -> manager.parseAuthenticationResponseJSON(answer));
    }

    /**
     * @param alone without a password: then the device must have checked its owner
     * @return how often the device has signed
     * @throws Problem PASSKEY_REFUSED or PASSKEY_NOT_VERIFIED
     */
    long signed(AuthenticationData answer, Passkey passkey, byte[] challenge, boolean alone) {
        var known = new CredentialRecordImpl(
                null,
                null,
                passkey.backupEligible(),
                null,
                passkey.signCount(),
                keys.convert(passkey.attested()),
                null,
                null,
                null,
                null);
        check(() -> manager.verify(
                answer,
                new AuthenticationParameters(
                        expected(challenge), known, List.of(passkey.credentialId()), alone, true)));
        return Objects.requireNonNull(answer.getAuthenticatorData()).getSignCount();
    }

    private ServerProperty expected(byte[] challenge) {
        return new ServerProperty(origin, host, new DefaultChallenge(challenge));
    }

    private static <T> T read(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (RuntimeException malformed) {
            // Whatever the library makes of what somebody sends us: it is no answer of a passkey.
            throw refused(malformed);
        }
    }

    private static void check(Runnable verify) {
        try {
            verify.run();
        } catch (UserNotVerifiedException notVerified) {
            throw new Problem(
                    ErrorCode.PASSKEY_NOT_VERIFIED,
                    "Your device did not check that it is you. Use fingerprint, face or PIN, or sign in with your password.");
        } catch (VerificationException refused) {
            throw refused(refused);
        }
    }

    private static Problem refused(RuntimeException why) {
        LOG.info("a passkey was refused: {}", why.getClass().getSimpleName());
        return refused();
    }

    static Problem refused() {
        return new Problem(
                ErrorCode.PASSKEY_REFUSED,
                "This passkey could not be checked. Please try again, or sign in another way.");
    }
}
