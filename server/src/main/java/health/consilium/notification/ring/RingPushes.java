package health.consilium.notification.ring;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationProperties;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.RingChanged;
import health.consilium.identity.UserId;
import health.consilium.kernel.AfterCommit;
import health.consilium.notification.push.Message;
import health.consilium.notification.push.Message.Kind;
import health.consilium.notification.push.Pushes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * L2: a ring also comes to browsers where no page is open, and goes away there when it ends. What is said follows from how
 * the consultation stands when the message's turn has come, not from the order in which events were told.
 */
@Component
class RingPushes {
    /** The page on which a ring is shown is every page; this one also shows what was missed. */
    private static final String PATH = "/";

    private final Pushes pushes;
    private final Consultations consultations;
    private final ConsultationProperties durations;
    private final Clock clock;

    RingPushes(Pushes pushes, Consultations consultations, ConsultationProperties durations, Clock clock) {
        this.pushes = pushes;
        this.consultations = consultations;
        this.durations = durations;
        this.clock = clock;
    }

    @EventListener
    void on(RingChanged changed) {
        Kind end = whenOver(changed.state());
        ConsultationId id = changed.view().id();
        AfterCommit.run(() -> pushes.tell(changed.callee(), () -> now(id, changed.callee(), end)));
    }

    /** Rings that nobody was told of because the program ended at that moment. */
    @EventListener(ApplicationReadyEvent.class)
    void again() {
        for (ConsultationView view : consultations.inProgress()) {
            if (view.ringing() != null) {
                UserId callee = view.other(view.ringing().by());
                pushes.tell(callee, () -> now(view.id(), callee, null));
            }
        }
    }

    /** @param end what to say when it does not ring any more; null: nothing */
    private Optional<Message> now(ConsultationId id, UserId callee, @Nullable Kind end) {
        return consultations.find(id).flatMap(view -> {
            ConsultationView.Ring ring = view.ringing();
            if (ring != null && !ring.by().equals(callee)) {
                return Optional.of(message(view, Kind.RING, ring.since().plus(durations.ring())));
            }
            return Optional.ofNullable(end)
                    .map(kind -> message(view, kind, clock.instant().plus(durations.ring())));
        });
    }

    private static @Nullable Kind whenOver(RingChanged.State state) {
        return switch (state) {
            case RINGING, BUSY -> null;
            case ACCEPTED, DECLINED -> Kind.SETTLED;
            case CANCELLED, MISSED -> Kind.MISSED;
        };
    }

    private static Message message(ConsultationView view, Kind kind, Instant until) {
        return new Message(kind, Topics.of(view.id()), PATH, until);
    }
}
