package health.consilium.identity.people;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.AccountDesk;
import health.consilium.identity.OneTimeLinks;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.factor.SecondFactors;
import health.consilium.identity.store.LoginStore;
import health.consilium.identity.store.PeopleStore;
import health.consilium.identity.store.PeopleStore.Query;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts by the command line. Sign-ins are ended by their time, which a server that runs beside looks at every two seconds. */
@Service
@Transactional
public class OperatorDesk implements AccountDesk {
    private static final int PAGE = 200;
    private static final Duration LINK = Duration.ofHours(24);

    private final PeopleStore people;
    private final LoginStore logins;
    private final SecondFactors factors;
    private final OneTimeLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    OperatorDesk(
            PeopleStore people,
            LoginStore logins,
            SecondFactors factors,
            OneTimeLinks links,
            AuditTrail audit,
            Clock clock) {
        this.people = people;
        this.logins = logins;
        this.factors = factors;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Account> all() {
        List<Account> all = new ArrayList<>();
        for (int page = 0; all.size() == page * PAGE; page++) {
            List<Person> found = people.find(new Query("", null, page, PAGE));
            if (found.isEmpty()) {
                break;
            }
            found.forEach(person -> all.add(account(person)));
        }
        return all;
    }

    @Override
    public Account create(String email, Role role, String name, ZoneId zone, String locale) {
        UserId id = new UserId(UUID.randomUUID());
        if (!people.insert(id, new Details(email, role, name, "", null, null, zone, locale), clock.instant())) {
            throw People.taken();
        }
        audit.record(AuditEntry.of(Actor.OPERATOR, Action.CREATED, Subject.ACCOUNT, id)
                .with("role", role));
        return account(get(email));
    }

    @Override
    public Account switchOn(String email, boolean enabled) {
        return change(email, null, enabled);
    }

    @Override
    public Account become(String email, Role role) {
        Account changed = change(email, role, get(email).enabled());
        logins.expireAll(new UserId(changed.id()), clock.instant());
        return changed;
    }

    private Account change(String email, @Nullable Role role, boolean enabled) {
        people.oneAtATime();
        Person before = get(email);
        UserView user = before.user();
        Role after = role == null ? user.role() : role;
        boolean stays = enabled && after == Role.ADMIN;
        if (before.enabled() && user.role() == Role.ADMIN && !stays && people.otherAdministrators(user.id()) == 0) {
            throw People.last();
        }
        Details details = new Details(
                user.email(),
                after,
                user.displayName(),
                user.about(),
                user.phone(),
                user.dateOfBirth(),
                user.zone(),
                user.locale());
        people.update(user.id(), details, enabled);
        audit.record(AuditEntry.of(Actor.OPERATOR, Action.CHANGED, Subject.ACCOUNT, user.id())
                .with("role", after)
                .with("enabled", enabled));
        return account(get(email));
    }

    @Override
    public Account resetSecondFactor(String email) {
        UserId id = get(email).user().id();
        factors.reset(id, Actor.OPERATOR);
        logins.expireAll(id, clock.instant());
        return account(get(email));
    }

    @Override
    public Secret<String> passwordLink(String email) {
        Person person = get(email);
        if (!person.enabled()) {
            throw new Problem(ErrorCode.ACCOUNT_DISABLED, "This account is switched off. Switch it on first.");
        }
        UserId id = person.user().id();
        audit.record(
                AuditEntry.of(Actor.OPERATOR, Action.SENT, Subject.LINK, id).with("what", "PASSWORD"));
        return links.issueForPassword(id, clock.instant().plus(LINK));
    }

    private Person get(String email) {
        return people.byEmail(email.strip())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no account with this email."));
    }

    private Account account(Person person) {
        UserView user = person.user();
        return new Account(
                user.id().value(),
                user.email(),
                user.role(),
                user.displayName(),
                person.enabled(),
                person.hasPassword(),
                factors.any(user.id()),
                person.lastSeen());
    }
}
