package health.consilium.identity.signin;

import health.consilium.identity.LinkAsked;
import health.consilium.identity.SignIns.Started;
import health.consilium.identity.UserView;
import health.consilium.identity.spi.Invitations;
import health.consilium.identity.spi.Invitations.Invitation;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LinkStore;
import health.consilium.identity.store.LinkStore.Link;
import health.consilium.identity.store.LinkStore.Purpose;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A patient comes in by the link in a mail. */
@Service
public class LinkSignIn {
    private static final int TRIES = 5;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1900, 1, 1);
    private static final Duration AFTER_THE_END = Duration.ofDays(1);

    private final LinkService links;
    private final LinkStore store;
    private final AccountStore accounts;
    private final Invitations invitations;
    private final SignInService signIns;
    private final AskThrottle throttle;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkSignIn(
            LinkService links,
            LinkStore store,
            AccountStore accounts,
            Invitations invitations,
            SignInService signIns,
            AskThrottle throttle,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.store = store;
        this.accounts = accounts;
        this.invitations = invitations;
        this.signIns = signIns;
        this.throttle = throttle;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the page of a link says before anybody confirmed anything, so it is little.
     *
     * @param name of the patient, shortened
     * @param host the doctor
     * @param birthdayKnown whether a date of birth is on file and must be the same
     * @param path where this browser may go at once, because it came in by this appointment's link before; else null
     */
    public record Opened(
            String name,
            String host,
            Instant start,
            boolean birthdayKnown,
            @Nullable String path) {}

    /** Uses nothing up. */
    public Opened open(String token, String address, Optional<String> session) {
        throttle.asks(address);
        Link link = links.find(token, Purpose.APPOINTMENT).orElseThrow(LinkService::over);
        UserView person = person(link);
        boolean here = session.flatMap(signIns::recognise)
                .filter(login -> login.user().id().equals(person.id())
                        && (login.onlyAppointment() == null
                                || login.onlyAppointment().equals(link.appointment())))
                .isPresent();
        if (!here && !link.open(clock.instant())) {
            throw LinkService.over();
        }
        Invitation invitation = invitation(link);
        String host =
                accounts.find(invitation.host()).map(UserView::displayName).orElse("");
        return new Opened(
                shortened(person.displayName()),
                host,
                invitation.start(),
                person.dateOfBirth() != null,
                here ? link.path() : null);
    }

    /** @param path where to go now */
    public record CameIn(Started started, String path) {}

    /** @throws Problem LINK_OVER, NOT_CONFIRMED (details.triesLeft) or TOO_MANY_ATTEMPTS */
    public CameIn comeIn(String token, LocalDate born, String address) {
        throttle.asks(address);
        Instant now = clock.instant();
        Link link = links.find(token, Purpose.APPOINTMENT)
                .filter(found -> found.open(now) && found.wrong() < TRIES)
                .orElseThrow(LinkService::over);
        UserView person = person(link);
        sensible(born, now);
        throttle.confirms(person.id());
        if (!store.tries(link.hash(), TRIES)) {
            throw LinkService.over();
        }
        LocalDate known = person.dateOfBirth();
        if (known != null && !known.equals(born)) {
            throw wrong(TRIES - 1 - link.wrong());
        }
        return Objects.requireNonNull(transaction.execute(status -> use(link, person, born, now)));
    }

    private CameIn use(Link link, UserView person, LocalDate born, Instant now) {
        if (!store.use(link.hash(), now)) {
            throw LinkService.over();
        }
        if (person.dateOfBirth() == null) {
            accounts.setDateOfBirth(person.id(), born);
        }
        Started started = signIns.startForAppointment(person.id(), Objects.requireNonNull(link.appointment()));
        return new CameIn(started, link.path());
    }

    /** A new link goes to the address on file. What comes back never tells whether there is one. */
    public void askAgain(String token, String address) {
        throttle.asks(address);
        AskThrottle.later(() -> links.find(token, Purpose.APPOINTMENT).ifPresent(link -> {
            Invitation invitation = invitation(link);
            send(person(link), invitation, link.path());
        }));
    }

    /** The same by mail address, for the patient's next appointment. */
    public void askByEmail(String email, String address) {
        throttle.asks(address);
        AskThrottle.later(() -> accounts.byEmail(email)
                .ifPresent(person -> invitations
                        .next(person.id(), clock.instant())
                        .ifPresent(invitation -> send(person, invitation, "/call/" + invitation.appointment()))));
    }

    private void send(UserView person, Invitation invitation, String path) {
        Instant until = invitation.end().plus(AFTER_THE_END);
        if (clock.instant().isBefore(until) && throttle.mayMail(person.id())) {
            LinkAsked asked = new LinkAsked(person.id(), invitation.appointment(), path, until);
            transaction.executeWithoutResult(status -> events.publishEvent(asked));
        }
    }

    private UserView person(Link link) {
        return accounts.enabled(Objects.requireNonNull(link.account())).orElseThrow(LinkService::over);
    }

    private Invitation invitation(Link link) {
        return invitations.about(Objects.requireNonNull(link.appointment())).orElseThrow(LinkService::over);
    }

    /** The whole name is not for whoever finds a mail on a shared computer. */
    private static String shortened(String name) {
        String[] parts = name.strip().split("\\s+");
        return parts.length == 1 ? parts[0] : parts[0] + " " + parts[parts.length - 1].substring(0, 1) + ".";
    }

    private static void sensible(LocalDate born, Instant now) {
        if (born.isBefore(FIRST_BIRTHDAY) || born.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please check the date of birth: the year cannot be right.");
        }
    }

    private static Problem wrong(int left) {
        return new Problem(
                ErrorCode.NOT_CONFIRMED,
                "This is not the date of birth that the clinic has on file. Please check it.",
                java.util.Map.of("triesLeft", Math.max(0, left)));
    }
}
