package health.consilium.identity.signin;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.IdentityProperties;
import health.consilium.identity.SignIns;
import health.consilium.identity.SignedOut;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.factor.SecondFactors;
import health.consilium.identity.factor.SecondFactors.Next;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LoginStore;
import health.consilium.identity.store.LoginStore.Halfway;
import health.consilium.identity.store.LoginStore.Kind;
import health.consilium.identity.store.LoginStore.NewLogin;
import health.consilium.kernel.AfterCommit;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Signing in, being recognised, signing out. */
@Service
public class SignInService implements SignIns {
    /** How long the second factor may take. */
    private static final Duration HALFWAY = Duration.ofMinutes(10);

    private static final Duration TOUCH_AT_MOST_EVERY = Duration.ofSeconds(30);

    private final AccountStore accounts;
    private final LoginStore logins;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final AskThrottle asks;
    private final SecondFactors factors;
    private final IdentityProperties settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final String decoy;

    SignInService(
            AccountStore accounts,
            LoginStore logins,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            AskThrottle asks,
            SecondFactors factors,
            IdentityProperties settings,
            Clock clock,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.throttle = throttle;
        this.asks = asks;
        this.factors = factors;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.trail = trail;
        this.decoy = passwords.encode("nobody has this password") + "";
    }

    /** @param next what is still to come; until then what was started opens nothing */
    public record Answer(Started started, Next next) {}

    /**
     * Signs a browser in, or half in.
     *
     * @throws Problem WRONG_CREDENTIALS or TOO_MANY_ATTEMPTS
     */
    public Answer signIn(String email, String password, String address) {
        UserView user = right(email, password, address);
        Next next = factors.next(user.id(), user.role());
        return new Answer(next == Next.NOTHING ? startSession(user.id()) : challenge(user.id()), next);
    }

    /**
     * Signs a program in; who has a second factor says a code of it as well.
     *
     * @throws Problem WRONG_CREDENTIALS, SECOND_FACTOR_NEEDED, WRONG_CODE or TOO_MANY_ATTEMPTS
     */
    public Started signInProgram(String email, String password, @Nullable String code, String address) {
        UserView user = right(email, password, address);
        if (factors.next(user.id(), user.role()) != Next.NOTHING) {
            if (code == null || !factors.any(user.id())) {
                throw new Problem(
                        ErrorCode.SECOND_FACTOR_NEEDED,
                        "Say a code of your authenticator app as well. To set the app up, sign in with a browser.");
            }
            asks.codes(user.id());
            factors.check(user.id(), code);
        }
        return start(user.id(), Kind.BEARER, null);
    }

    /** Whose second factor is still to come, by the cookie of the first. */
    public Optional<Halfway> halfway(String token) {
        return logins.halfway(Tokens.hash(token), clock.instant());
    }

    /**
     * A code after the password.
     *
     * @throws Problem WRONG_CODE or TOO_MANY_ATTEMPTS
     */
    public Started answer(Halfway halfway, String code) {
        asks.codes(halfway.user().id());
        factors.check(halfway.user().id(), code);
        return complete(halfway);
    }

    public void checkCode(UserId user, String code) {
        asks.codes(user);
        factors.check(user, code);
    }

    /** All that was asked for is proved: a new sign-in takes the place of the half one (S6). */
    public Started complete(Halfway halfway) {
        logins.delete(halfway.id());
        return startSession(halfway.user().id());
    }

    private Started challenge(UserId account) {
        Instant now = clock.instant();
        Instant expires = now.plus(HALFWAY);
        Started started = new Started(UUID.randomUUID(), Tokens.fresh(), expires);
        byte[] hash = Tokens.hash(started.token().reveal());
        logins.insert(new NewLogin(started.login(), hash, account, Kind.SESSION, expires, null, true), now);
        return started;
    }

    private UserView right(String email, String password, String address) {
        throttle.pay(email, address);
        Optional<AccountStore.Credentials> found = accounts.credentials(email);
        // An unknown account costs the same work, so that the answer's time does not tell who is a patient here.
        boolean right = passwords.matches(
                password, found.map(AccountStore.Credentials::passwordHash).orElse(decoy));
        if (found.isEmpty() || !right) {
            trail.note(AuditEntry.of(
                    Actor.NOBODY,
                    Action.SIGN_IN_FAILED,
                    Subject.ACCOUNT,
                    found.map(AccountStore.Credentials::id).orElse(null)));
            throw new Problem(
                    ErrorCode.WRONG_CREDENTIALS, "Email and password do not match. Please check both and try again.");
        }
        throttle.giveBack(email, address);
        return accounts.enabled(found.get().id()).orElseThrow();
    }

    @Override
    public Started startSession(UserId account) {
        return start(account, Kind.SESSION, null);
    }

    /** A sign-in that sees one appointment and nothing else. */
    Started startForAppointment(UserId account, UUID appointment) {
        return start(account, Kind.SESSION, appointment);
    }

    private Started start(UserId account, Kind kind, @Nullable UUID onlyAppointment) {
        Instant now = clock.instant();
        Instant expires = now.plus(kind == Kind.SESSION ? settings.absolute() : settings.tokenLifetime());
        Started started = new Started(UUID.randomUUID(), Tokens.fresh(), expires);
        byte[] hash = Tokens.hash(started.token().reveal());
        logins.insert(new NewLogin(started.login(), hash, account, kind, expires, onlyAppointment, false), now);
        trail.note(AuditEntry.of(actor(account), Action.SIGNED_IN, Subject.ACCOUNT, account)
                .with("kind", onlyAppointment == null ? kind.name() : "LINK"));
        return started;
    }

    private Actor actor(UserId account) {
        return accounts.find(account)
                .map(user -> new Actor(account.value(), user.role().name()))
                .orElse(Actor.NOBODY);
    }

    public Optional<LoginStore.Login> recognise(String token) {
        return recognise(token, true);
    }

    /**
     * Who that secret belongs to, when it still counts.
     *
     * @param activity whether being seen counts as activity
     */
    public Optional<LoginStore.Login> recognise(String token, boolean activity) {
        Instant now = clock.instant();
        Optional<LoginStore.Login> login = logins.find(Tokens.hash(token), now, settings.idle());
        login.filter(found ->
                        activity && found.usedAt().plus(TOUCH_AT_MOST_EVERY).isBefore(now))
                .ifPresent(found -> logins.touch(found.id(), now));
        return login;
    }

    @Override
    public void touch(UUID login) {
        logins.touch(login, clock.instant());
    }

    public void signOut(UUID login, UserId user) {
        logins.delete(login);
        trail.note(AuditEntry.of(actor(user), Action.SIGNED_OUT, Subject.ACCOUNT, user));
        events.publishEvent(new SignedOut(user, login, SignedOut.Why.ASKED));
    }

    /** Where somebody is signed in. */
    public List<LoginStore.Seen> of(UserId user) {
        return logins.of(user, clock.instant(), settings.idle());
    }

    public void seenIn(UUID login, String browser) {
        logins.seenIn(login, browser);
    }

    /** @throws Problem NOT_FOUND when it is not this person's */
    public void end(UUID login, UserId user) {
        if (!logins.delete(login, user)) {
            throw new Problem(ErrorCode.NOT_FOUND, "This sign-in is over already.");
        }
        tell(new SignedOut(user, login, SignedOut.Why.ASKED));
    }

    /** Everywhere: sockets close once the caller's transaction has committed, and with them the right to be in a call (S3). */
    public void endAll(UserId user) {
        logins.deleteAll(user);
        tell(new SignedOut(user, null, SignedOut.Why.DISABLED));
    }

    /** Everywhere but here. */
    public void endOthers(UserId user, UUID here) {
        for (LoginStore.Seen login : of(user)) {
            if (!login.id().equals(here) && logins.delete(login.id(), user)) {
                tell(new SignedOut(user, login.id(), SignedOut.Why.ASKED));
            }
        }
    }

    private void tell(SignedOut signedOut) {
        AfterCommit.run(() -> events.publishEvent(signedOut));
    }

    /** Whoever signs in again leaves what this browser was signed in as before (S6). */
    public void leave(String token) {
        recognise(token)
                .filter(login -> login.kind() == Kind.SESSION)
                .ifPresent(login -> signOut(login.id(), login.user().id()));
    }

    /** Also those of disabled accounts: their sockets are closed within 5 s (S3). */
    @Scheduled(fixedDelay = 2_000)
    void endExpired() {
        logins.deleteExpired(clock.instant(), settings.idle())
                .forEach(ended -> events.publishEvent(new SignedOut(
                        ended.user(),
                        ended.login(),
                        ended.enabled() ? SignedOut.Why.EXPIRED : SignedOut.Why.DISABLED)));
    }
}
