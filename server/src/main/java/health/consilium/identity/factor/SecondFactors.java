package health.consilium.identity.factor;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.Role;
import health.consilium.identity.SecondFactorChanged;
import health.consilium.identity.SecondFactorChanged.What;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.store.FactorStore;
import health.consilium.identity.store.FactorStore.App;
import health.consilium.identity.store.PasskeyStore;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has besides the password: enrolling and checking an authenticator app, and the spare codes. */
@Service
public class SecondFactors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 10;
    private static final int CODE_BYTES = 10;

    private final FactorStore store;
    private final PasskeyStore passkeys;
    private final FactorSeal seal;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String clinic;
    private final boolean demo;

    SecondFactors(
            FactorStore store,
            PasskeyStore passkeys,
            FactorSeal seal,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${consilium.name:Consilium}") String clinic,
            @Value("${consilium.mode:production}") String mode) {
        this.store = store;
        this.passkeys = passkeys;
        this.seal = seal;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.clinic = clinic;
        this.demo = mode.equalsIgnoreCase("demo");
    }

    /** What is still to come after a right password. */
    public enum Next {
        NOTHING,
        CODE,
        PASSKEY,
        CODE_OR_PASSKEY,
        ENROL
    }

    public Next next(UserId account, Role role) {
        boolean passkey = passkeys.any(account);
        if (has(account)) {
            return passkey ? Next.CODE_OR_PASSKEY : Next.CODE;
        }
        return passkey ? Next.PASSKEY : required(role) ? Next.ENROL : Next.NOTHING;
    }

    /** S7: doctors and administrators never without; in the demo everybody tries it out as they like. */
    public boolean required(Role role) {
        return !demo && role != Role.PATIENT;
    }

    /** An app or a passkey. */
    public boolean any(UserId account) {
        return has(account) || passkeys.any(account);
    }

    /** An app. */
    public boolean has(UserId account) {
        return store.totp(account).filter(App::confirmed).isPresent();
    }

    public int codesLeft(UserId account) {
        return store.codesLeft(account);
    }

    /**
     * @param secret to type where no picture can be read
     * @param uri for the QR code
     */
    public record Enrolment(String secret, String uri) {}

    /** @throws Problem SECOND_FACTOR_THERE when there is one already: take it away first */
    public Enrolment begin(UserView person) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        if (!store.begin(person.id(), seal.seal(person.id(), secret))) {
            throw new Problem(
                    ErrorCode.SECOND_FACTOR_THERE, "You have an authenticator app already. Take it away first.");
        }
        String text = Base32.encode(secret);
        String issuer = encoded(clinic);
        return new Enrolment(
                text,
                "otpauth://totp/" + issuer + ":" + encoded(person.email()) + "?secret=" + text + "&issuer=" + issuer);
    }

    /**
     * The app has shown that it knows the secret.
     *
     * @return codes for the day when the phone is gone, shown once
     */
    @Transactional
    public List<String> confirm(UserId account, String code, Actor by) {
        App totp = store.totp(account).filter(begun -> !begun.confirmed()).orElseThrow(SecondFactors::wrong);
        use(account, totp, code);
        tell(account, by, What.APP_ADDED);
        return newCodes(account);
    }

    /** Codes for the day when phone or device is gone. Earlier ones stop working. */
    public List<String> newCodes(UserId account) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            byte[] bits = new byte[CODE_BYTES];
            RANDOM.nextBytes(bits);
            codes.add(Base32.encode(bits).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-"));
        }
        store.setCodes(account, codes.stream().map(SecondFactors::hash).toList());
        return codes;
    }

    /**
     * A code of the app, or one of those for the day when the phone is gone; each once.
     *
     * @throws Problem WRONG_CODE
     */
    @Transactional
    public void check(UserId account, String code) {
        if (code.replaceAll("\\s", "").length() > 6) {
            if (!store.useCode(account, hash(code), clock.instant())) {
                throw wrong();
            }
        } else {
            App totp = store.totp(account).filter(App::confirmed).orElseThrow(SecondFactors::wrong);
            use(account, totp, code);
        }
    }

    private void use(UserId account, App totp, String code) {
        byte[] secret = seal.open(account, totp.sealed());
        OptionalLong step = Totp.match(secret, code.replaceAll("\\s", ""), clock.instant(), totp.lastStep());
        if (step.isEmpty() || !store.use(account, step.getAsLong(), clock.instant())) {
            throw wrong();
        }
    }

    /** The app, by oneself after password and code. */
    @Transactional
    public void remove(UserId account, Actor by) {
        if (store.removeApp(account)) {
            forgetCodes(account);
            tell(account, by, What.APP_REMOVED);
        }
    }

    /** App, passkeys and codes, by an administrator when they are gone. */
    @Transactional
    public void reset(UserId account, Actor by) {
        boolean app = store.removeApp(account);
        boolean passkey = passkeys.removeAll(account);
        forgetCodes(account);
        if (app || passkey) {
            tell(account, by, What.ALL_REMOVED);
        }
    }

    /** With the last second factor its spare codes go. */
    public void forgetCodes(UserId account) {
        if (!any(account)) {
            store.removeCodes(account);
        }
    }

    /** Its owner hears of it, in the caller's transaction. */
    public void tell(UserId account, Actor by, What what) {
        audit.record(AuditEntry.of(by, Action.CHANGED, Subject.ACCOUNT, account).with("what", what.name()));
        events.publishEvent(new SecondFactorChanged(UUID.randomUUID(), account, what));
    }

    private static byte[] hash(String code) {
        return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Problem wrong() {
        return new Problem(
                ErrorCode.WRONG_CODE,
                "This code is not right, or was used already. Wait for the next one in your app and try again.");
    }
}
