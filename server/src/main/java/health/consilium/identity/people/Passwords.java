package health.consilium.identity.people;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.PasswordChanged;
import health.consilium.identity.PasswordResetAsked;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.signin.AskThrottle;
import health.consilium.identity.signin.LinkService;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.signin.SignInThrottle;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LinkStore;
import health.consilium.identity.store.LinkStore.Link;
import health.consilium.identity.store.LinkStore.Purpose;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Setting a password by a mailed link, and changing it. */
@Service
public class Passwords {
    private final AccountStore accounts;
    private final LinkService links;
    private final LinkStore store;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final SignInService signIns;
    private final SignInThrottle guesses;
    private final AskThrottle throttle;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Passwords(
            AccountStore accounts,
            LinkService links,
            LinkStore store,
            PasswordRules rules,
            PasswordEncoder encoder,
            SignInService signIns,
            SignInThrottle guesses,
            AskThrottle throttle,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.store = store;
        this.rules = rules;
        this.encoder = encoder;
        this.signIns = signIns;
        this.guesses = guesses;
        this.throttle = throttle;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A link goes to the address, if somebody has it. What comes back never tells. */
    public void forgot(String email, String address) {
        throttle.asks(address);
        AskThrottle.later(() -> accounts.byEmail(email)
                .filter(person -> throttle.mayMail(person.id()))
                .ifPresent(person -> transaction.executeWithoutResult(
                        status -> events.publishEvent(new PasswordResetAsked(person.id())))));
    }

    /** @throws Problem LINK_OVER or PASSWORD_REFUSED; a refused password leaves the link as it was */
    @Transactional
    public void set(String token, String password, String address) {
        throttle.asks(address);
        Link link = links.find(token, Purpose.PASSWORD)
                .filter(found -> found.open(clock.instant()))
                .orElseThrow(LinkService::over);
        UserView person =
                accounts.enabled(Objects.requireNonNull(link.account())).orElseThrow(LinkService::over);
        rules.check(password, own(person));
        if (!store.use(link.hash(), clock.instant())) {
            throw LinkService.over();
        }
        keep(person.id(), password, new Actor(person.id().value(), person.role().name()));
        signIns.endAll(person.id());
    }

    /** Other browsers of the person are signed out. */
    @Transactional
    public void change(CurrentUser who, String current, String password, String address) {
        UserView person = accounts.enabled(who.id()).orElseThrow();
        confirm(person, current, address);
        rules.check(password, own(person));
        keep(who.id(), password, who.actor());
        signIns.endOthers(who.id(), who.login());
    }

    /**
     * Asks once more for the password before something that a person who only found the browser open must not do.
     *
     * @throws Problem WRONG_CREDENTIALS or TOO_MANY_ATTEMPTS
     */
    public void confirm(UserView person, String password, String address) {
        guesses.pay(person.email(), address);
        boolean right = accounts.passwordHash(person.id())
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
        if (!right) {
            throw new Problem(
                    ErrorCode.WRONG_CREDENTIALS, "This is not your password of today. Please check it and try again.");
        }
        guesses.giveBack(person.email(), address);
    }

    private void keep(UserId id, String password, Actor actor) {
        accounts.setPassword(id, encoder.encode(password) + "");
        audit.record(AuditEntry.of(actor, Action.CHANGED, Subject.ACCOUNT, id.value())
                .with("what", "PASSWORD"));
        events.publishEvent(new PasswordChanged(id));
    }

    private static List<String> own(UserView person) {
        return List.of(person.displayName(), person.email(), "consilium");
    }
}
