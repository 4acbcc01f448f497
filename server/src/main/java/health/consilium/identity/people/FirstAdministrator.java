package health.consilium.identity.people;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.signin.AskThrottle;
import health.consilium.identity.signin.LinkService;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LinkStore;
import health.consilium.identity.store.LinkStore.Link;
import health.consilium.identity.store.LinkStore.Purpose;
import health.consilium.identity.store.PeopleStore;
import health.consilium.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the first administrator comes to be: by a link that the program prints where only its operator can read it. */
@Service
public class FirstAdministrator {
    static final Duration GOOD_FOR = Duration.ofHours(1);

    private final PeopleStore people;
    private final AccountStore accounts;
    private final LinkService links;
    private final LinkStore store;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final AskThrottle throttle;
    private final AuditTrail audit;
    private final Clock clock;

    FirstAdministrator(
            PeopleStore people,
            AccountStore accounts,
            LinkService links,
            LinkStore store,
            PasswordRules rules,
            PasswordEncoder encoder,
            AskThrottle throttle,
            AuditTrail audit,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.store = store;
        this.rules = rules;
        this.encoder = encoder;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link for {@code /setup#TOKEN}, when there is no administrator. Earlier ones stop working. */
    @Transactional
    public Optional<Secret<String>> link() {
        people.oneAtATime();
        return isThere()
                ? Optional.empty()
                : Optional.of(links.issueForSetup(clock.instant().plus(GOOD_FOR)));
    }

    /** @throws health.consilium.kernel.Problem LINK_OVER, EMAIL_TAKEN or PASSWORD_REFUSED */
    @Transactional
    public void create(String token, Details details, String password, String address) {
        throttle.asks(address);
        people.oneAtATime();
        Link link = links.find(token, Purpose.SETUP)
                .filter(found -> found.open(clock.instant()) && !isThere())
                .orElseThrow(LinkService::over);
        rules.check(password, List.of(details.name(), details.email(), "consilium"));
        UserId id = new UserId(UUID.randomUUID());
        if (!people.insert(id, details, clock.instant())) {
            throw People.taken();
        }
        if (!store.use(link.hash(), clock.instant())) {
            throw LinkService.over();
        }
        accounts.setPassword(id, encoder.encode(password) + "");
        audit.record(AuditEntry.of(Actor.OPERATOR, Action.CREATED, Subject.ACCOUNT, id)
                .with("role", Role.ADMIN));
    }

    /** What an administrator is without being asked more than name, address and password. */
    public static Details details(String email, String name, ZoneId zone, String locale) {
        return new Details(email, Role.ADMIN, name, "", null, null, zone, locale);
    }

    private boolean isThere() {
        return people.otherAdministrators(new UserId(new UUID(0, 0))) > 0;
    }
}
