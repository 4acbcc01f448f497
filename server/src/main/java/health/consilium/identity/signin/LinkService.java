package health.consilium.identity.signin;

import health.consilium.identity.OneTimeLinks;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LinkStore;
import health.consilium.identity.store.LinkStore.Link;
import health.consilium.identity.store.LinkStore.Purpose;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes links, finds them, and lets each be used once. */
@Service
public class LinkService implements OneTimeLinks {
    /** A link that is over still knows whose it was, so that its page can send a new one. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int LIVE_LINKS = 5;
    private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_.?=&-]*");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final LinkStore links;
    private final AccountStore accounts;
    private final Clock clock;

    LinkService(LinkStore links, AccountStore accounts, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Secret<String> issue(UserId person, String path, Instant until) {
        boolean patient = accounts.find(person)
                .map(UserView::role)
                .filter(Role.PATIENT::equals)
                .isPresent();
        if (!patient) {
            throw new IllegalArgumentException("Only patients sign in by link.");
        }
        UUID appointment = appointmentIn(path);
        Secret<String> token = add(Purpose.APPOINTMENT, person, path, appointment, until);
        links.keepNewest(Tokens.hash(token.reveal()), person, appointment, LIVE_LINKS);
        return token;
    }

    @Override
    @Transactional
    public Secret<String> issueForPassword(UserId person, Instant until) {
        links.revoke(person, Purpose.PASSWORD);
        return add(Purpose.PASSWORD, person, "", null, until);
    }

    public Optional<Link> find(String token, Purpose purpose) {
        return links.find(Tokens.hash(token), purpose);
    }

    /** For the first administrator. Earlier ones stop working. */
    public Secret<String> issueForSetup(Instant until) {
        links.revoke(null, Purpose.SETUP);
        return add(Purpose.SETUP, null, "", null, until);
    }

    public static Problem over() {
        return new Problem(
                ErrorCode.LINK_OVER, "This link does not work any more. You can have a new one sent to you.");
    }

    private Secret<String> add(
            Purpose purpose, @Nullable UserId person, String path, @Nullable UUID appointment, Instant until) {
        Secret<String> token = Tokens.fresh();
        byte[] hash = Tokens.hash(token.reveal());
        links.insert(new Link(hash, purpose, person, path, appointment, until, false, 0), clock.instant());
        return token;
    }

    private static UUID appointmentIn(String path) {
        Matcher id = ID.matcher(path);
        if (!OWN_PATH.matcher(path).matches() || !id.find()) {
            throw new IllegalArgumentException("The path must be one of our pages and name an appointment.");
        }
        return UUID.fromString(id.group());
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        links.forget(clock.instant().minus(REMEMBERED));
    }
}
