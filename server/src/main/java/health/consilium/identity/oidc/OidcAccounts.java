package health.consilium.identity.oidc;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.Role;
import health.consilium.identity.SignIns.Started;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.people.Details;
import health.consilium.identity.people.People;
import health.consilium.identity.people.Person;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.OidcStore;
import health.consilium.identity.store.PeopleStore;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose account it is that a provider vouches for. */
@Service
class OidcAccounts {
    private final OidcStore subjects;
    private final AccountStore accounts;
    private final PeopleStore people;
    private final SignInService signIns;
    private final OidcProperties settings;
    private final AuditTrail audit;
    private final Clock clock;

    OidcAccounts(
            OidcStore subjects,
            AccountStore accounts,
            PeopleStore people,
            SignInService signIns,
            OidcProperties settings,
            AuditTrail audit,
            Clock clock) {
        this.subjects = subjects;
        this.accounts = accounts;
        this.people = people;
        this.signIns = signIns;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * By (issuer, subject); the first time by the verified address, or with a new account. The role follows the provider's.
     *
     * @throws Problem OIDC_NO_ROLE, OIDC_MAIL_NOT_VERIFIED, OIDC_DISABLED or LAST_ADMINISTRATOR
     */
    @Transactional
    public Started signIn(OidcUser who) {
        Role role = settings.role(who.getClaims()).orElseThrow(() -> refused(ErrorCode.OIDC_NO_ROLE));
        people.oneAtATime();
        String issuer = String.valueOf(who.getIssuer());
        String subject = Objects.requireNonNull(who.getSubject());
        UserId id = subjects.account(issuer, subject).orElseGet(() -> link(who, issuer, subject, role));
        Person person = people.person(id).filter(Person::enabled).orElseThrow(() -> refused(ErrorCode.OIDC_DISABLED));
        if (person.user().role() != role) {
            follow(person.user(), role);
        }
        return signIns.startSession(id);
    }

    private UserId link(OidcUser who, String issuer, String subject, Role role) {
        String email = who.getEmail();
        if (email == null || !Boolean.TRUE.equals(who.getEmailVerified())) {
            throw refused(ErrorCode.OIDC_MAIL_NOT_VERIFIED);
        }
        Optional<UserId> there = subjects.accountWithEmail(email);
        UserId id = there.orElseGet(() -> create(who, email, role));
        subjects.link(issuer, subject, id);
        record(there.isPresent() ? Action.CHANGED : Action.CREATED, id, "OIDC_LINKED", role);
        return id;
    }

    private UserId create(OidcUser who, String email, Role role) {
        UserId id = new UserId(UUID.randomUUID());
        String name = who.getFullName() == null ? email : who.getFullName();
        String locale =
                who.getLocale() == null || !who.getLocale().matches("[a-z]{2}(-[A-Z]{2})?") ? "en" : who.getLocale();
        people.insert(
                id, new Details(email, role, name, "", null, null, zone(who.getZoneInfo()), locale), clock.instant());
        return id;
    }

    /** Whoever was in with the other role is signed out. */
    private void follow(UserView user, Role role) {
        if (user.role() == Role.ADMIN && people.otherAdministrators(user.id()) == 0) {
            throw People.last();
        }
        people.setRole(user.id(), role);
        record(Action.CHANGED, user.id(), "OIDC_ROLE", role);
        signIns.endAll(user.id());
    }

    private void record(Action action, UserId id, String what, Role role) {
        audit.record(AuditEntry.of(Actor.SYSTEM, action, Subject.ACCOUNT, id)
                .with("what", what)
                .with("role", role));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(name == null ? "UTC" : name);
        } catch (DateTimeException unknown) {
            return ZoneId.of("UTC");
        }
    }

    private static Problem refused(ErrorCode code) {
        return new Problem(code, "Your organisation's account does not let you in here.");
    }
}
