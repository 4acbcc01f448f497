package health.consilium.identity.people;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.AccountInvited;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.PeopleStore;
import health.consilium.identity.store.PeopleStore.Query;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with accounts. */
@Service
public class People {
    private final PeopleStore store;
    private final SignInService signIns;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(PeopleStore store, SignInService signIns, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.signIns = signIns;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param total of all pages */
    public record Page(List<Person> people, int total) {}

    public Page find(Query query) {
        return new Page(store.find(query), store.count(query));
    }

    public Person get(UserId id) {
        return store.person(id).orElseThrow(People::unknown);
    }

    /** Makes the account and has the invitation sent. */
    @Transactional
    public Person create(Details details, CurrentUser by) {
        UserId id = new UserId(UUID.randomUUID());
        if (!store.insert(id, details, clock.instant())) {
            throw taken();
        }
        audit.record(
                AuditEntry.of(by.actor(), Action.CREATED, Subject.ACCOUNT, id).with("role", details.role()));
        events.publishEvent(new AccountInvited(id));
        return get(id);
    }

    /**
     * Changes everything at once. Who is disabled, gets another role or another address is signed out everywhere.
     *
     * @throws Problem LAST_ADMINISTRATOR when nobody would be left to administer
     */
    @Transactional
    public Person change(UserId id, Details details, boolean enabled, CurrentUser by) {
        store.oneAtATime();
        Person before = get(id);
        boolean stays = enabled && details.role() == Role.ADMIN;
        if (before.enabled() && before.user().role() == Role.ADMIN && !stays && store.otherAdministrators(id) == 0) {
            throw last();
        }
        if (!store.update(id, details, enabled)) {
            throw taken();
        }
        audit.record(AuditEntry.of(by.actor(), Action.CHANGED, Subject.ACCOUNT, id)
                .with("role", details.role())
                .with("enabled", enabled));
        if (before.enabled() != enabled || differs(before.user(), details)) {
            signIns.endAll(id);
        }
        return get(id);
    }

    private static boolean differs(UserView before, Details after) {
        return before.role() != after.role() || !before.email().equalsIgnoreCase(after.email());
    }

    @Transactional
    public void invite(UserId id, CurrentUser by) {
        Person person = get(id);
        if (!person.enabled()) {
            throw new Problem(ErrorCode.ACCOUNT_DISABLED, "This account is switched off. Switch it on first.");
        }
        audit.record(AuditEntry.of(by.actor(), Action.SENT, Subject.LINK, id).with("what", "INVITATION"));
        events.publishEvent(new AccountInvited(id));
    }

    private static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This account is not known here. It may have been erased.");
    }

    public static Problem last() {
        return new Problem(
                ErrorCode.LAST_ADMINISTRATOR,
                "This is the last administrator. Make somebody else an administrator first.");
    }

    static Problem taken() {
        return new Problem(ErrorCode.EMAIL_TAKEN, "Another account has this email already. Please use another one.");
    }
}
