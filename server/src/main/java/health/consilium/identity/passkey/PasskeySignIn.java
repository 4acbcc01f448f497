package health.consilium.identity.passkey;

import com.webauthn4j.data.AuthenticationData;
import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.SignIns.Started;
import health.consilium.identity.UserId;
import health.consilium.identity.passkey.Challenges.Purpose;
import health.consilium.identity.passkey.PasskeyOptions.PasskeyRequest;
import health.consilium.identity.signin.AskThrottle;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LoginStore.Halfway;
import health.consilium.identity.store.PasskeyStore;
import health.consilium.identity.store.PasskeyStore.Passkey;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A passkey as the second step after the password, or, when the device has checked its owner, instead of both. */
@Service
public class PasskeySignIn {
    private final PasskeyStore store;
    private final PasskeyOptions options;
    private final PasskeyCheck check;
    private final Challenges challenges;
    private final AccountStore accounts;
    private final SignInService signIns;
    private final AskThrottle throttle;
    private final AuditTrail trail;
    private final Clock clock;

    PasskeySignIn(
            PasskeyStore store,
            PasskeyOptions options,
            PasskeyCheck check,
            Challenges challenges,
            AccountStore accounts,
            SignInService signIns,
            AskThrottle throttle,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.options = options;
        this.check = check;
        this.challenges = challenges;
        this.accounts = accounts;
        this.signIns = signIns;
        this.throttle = throttle;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Problem PASSKEY_UNKNOWN when this person has none */
    public PasskeyRequest ask(Halfway halfway) {
        List<Passkey> theirs = store.of(halfway.user().id());
        if (theirs.isEmpty()) {
            throw unknown();
        }
        return options.request(
                theirs, challenges.ask(Purpose.SECOND_STEP, halfway.id().toString()));
    }

    /** @throws Problem PASSKEY_LATE, PASSKEY_UNKNOWN or PASSKEY_REFUSED */
    public Started answer(Halfway halfway, String answer) {
        byte[] challenge = challenges.take(Purpose.SECOND_STEP, halfway.id().toString());
        check(check.read(answer), challenge, halfway.user().id());
        return signIns.complete(halfway);
    }

    /**
     * @param browser a secret that only the browser has that asks
     * @throws Problem TOO_MANY_ATTEMPTS
     */
    public PasskeyRequest ask(String browser, String address) {
        throttle.asks(address);
        return options.request(List.of(), challenges.ask(Purpose.SIGN_IN, browser));
    }

    /** @throws Problem PASSKEY_LATE, PASSKEY_UNKNOWN, PASSKEY_NOT_VERIFIED, PASSKEY_REFUSED or TOO_MANY_ATTEMPTS */
    public Started answer(String browser, String answer, String address) {
        throttle.asks(address);
        byte[] challenge = challenges.take(Purpose.SIGN_IN, browser);
        return signIns.startSession(check(check.read(answer), challenge, null));
    }

    /** @param person whose it must be; null: whoever it is */
    @SuppressWarnings("NullAway") // the library's annotations of arrays are read as being about their elements
    private UserId check(AuthenticationData answer, byte[] challenge, @Nullable UserId person) {
        Passkey passkey = store.withCredential(answer.getCredentialId())
                .filter(known -> person == null || known.account().equals(person))
                .filter(known -> belongs(answer.getUserHandle(), known.account(), person == null))
                .filter(known -> accounts.enabled(known.account()).isPresent())
                .orElseThrow(PasskeySignIn::unknown);
        try {
            long signed = check.signed(answer, passkey, challenge, person == null);
            if (!store.use(passkey.id(), signed, clock.instant())) {
                throw PasskeyCheck.refused();
            }
        } catch (Problem refused) {
            trail.note(AuditEntry.of(Actor.NOBODY, Action.SIGN_IN_FAILED, Subject.ACCOUNT, passkey.account())
                    .with("what", refused.code()));
            throw refused;
        }
        return passkey.account();
    }

    /** WebAuthn 7.2, step 6: where nobody said who they are, the device does. */
    private static boolean belongs(byte @Nullable [] handle, UserId account, boolean alone) {
        return handle == null || handle.length == 0 ? !alone : Arrays.equals(handle, PasskeyOptions.handle(account));
    }

    private static Problem unknown() {
        return new Problem(
                ErrorCode.PASSKEY_UNKNOWN,
                "This passkey is not known here, or was taken away. Sign in with your password or another passkey.");
    }
}
