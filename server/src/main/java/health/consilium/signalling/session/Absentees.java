package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.signalling.SignallingProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After a restart nobody has a session. Whoever was there and does not come back within the grace is lost. */
@Component
class Absentees {
    private final Consultations consultations;
    private final CallRooms rooms;
    private final SignallingProperties settings;
    private final Ticker ticker;
    private final List<Awaited> awaited = new CopyOnWriteArrayList<>();

    Absentees(Consultations consultations, CallRooms rooms, SignallingProperties settings, Ticker ticker) {
        this.consultations = consultations;
        this.rooms = rooms;
        this.settings = settings;
        this.ticker = ticker;
    }

    private record Awaited(ConsultationId consultation, UserId person, Duration until) {}

    @EventListener(ApplicationReadyEvent.class)
    void awaitEverybody() {
        Duration until = ticker.now().plus(settings.grace());
        for (ConsultationView view : consultations.inProgress()) {
            view.present().forEach(person -> awaited.add(new Awaited(view.id(), person, until)));
        }
    }

    void expire() {
        for (Awaited one : awaited) {
            if (one.until.compareTo(ticker.now()) <= 0) {
                awaited.remove(one);
                boolean back = rooms.find(one.consultation)
                        .filter(room -> room.seatOf(one.person) != null)
                        .isPresent();
                if (!back) {
                    consultations.linkLost(one.consultation, one.person);
                }
            }
        }
    }
}
