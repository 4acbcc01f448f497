package health.consilium.identity.passkey;

import health.consilium.audit.Actor;
import health.consilium.identity.SecondFactorChanged.What;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.factor.SecondFactors;
import health.consilium.identity.passkey.Challenges.Purpose;
import health.consilium.identity.passkey.PasskeyCheck.Made;
import health.consilium.identity.passkey.PasskeyOptions.PasskeyCreation;
import health.consilium.identity.store.PasskeyStore;
import health.consilium.identity.store.PasskeyStore.Passkey;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's passkeys: made, listed, taken away. */
@Service
public class Passkeys {
    private final PasskeyStore store;
    private final PasskeyOptions options;
    private final PasskeyCheck check;
    private final Challenges challenges;
    private final SecondFactors factors;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            PasskeyOptions options,
            PasskeyCheck check,
            Challenges challenges,
            SecondFactors factors,
            Clock clock) {
        this.store = store;
        this.options = options;
        this.check = check;
        this.challenges = challenges;
        this.factors = factors;
        this.clock = clock;
    }

    /** @param login the sign-in, whole or half, in which the answer has to come */
    public PasskeyCreation begin(UserView person, UUID login) {
        byte[] challenge = challenges.ask(Purpose.MAKE, login.toString());
        return options.creation(person, store.of(person.id()), challenge);
    }

    /** @param codes for the day when the device is gone, with somebody's first second factor; shown once */
    public record Added(Passkey passkey, List<String> codes) {}

    /** @throws Problem PASSKEY_LATE or PASSKEY_REFUSED */
    @Transactional
    public Added add(UserId account, UUID login, String name, String answer, Actor by) {
        Made made = check.made(answer, challenges.take(Purpose.MAKE, login.toString()));
        boolean first = !factors.any(account);
        Passkey passkey = new Passkey(
                UUID.randomUUID(),
                account,
                made.credentialId(),
                made.attested(),
                made.signCount(),
                made.backupEligible(),
                made.transports(),
                name,
                clock.instant(),
                null);
        if (!store.insert(passkey)) {
            throw PasskeyCheck.refused();
        }
        factors.tell(account, by, What.PASSKEY_ADDED);
        return new Added(passkey, first ? factors.newCodes(account) : List.of());
    }

    public List<Passkey> of(UserId account) {
        return store.of(account);
    }

    /** @throws Problem NOT_FOUND when it is not this person's */
    @Transactional
    public void remove(UUID passkey, UserId account, Actor by) {
        if (!store.remove(passkey, account)) {
            throw new Problem(ErrorCode.NOT_FOUND, "This passkey is taken away already.");
        }
        factors.forgetCodes(account);
        factors.tell(account, by, What.PASSKEY_REMOVED);
    }
}
