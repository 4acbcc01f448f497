package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.kernel.Problem;
import health.consilium.signalling.SignallingProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After a restart nobody has a session. Whoever was there and does not come back within the grace is lost. */
@Component
class Absentees {
    private static final Logger log = LoggerFactory.getLogger(Absentees.class);

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

    /** Tells that somebody is gone for good; when the database cannot take it now, again until it can. */
    void lost(ConsultationId consultation, UserId person) {
        Awaited one = new Awaited(consultation, person, ticker.now());
        if (!told(one)) {
            awaited.add(one);
        }
    }

    private boolean told(Awaited one) {
        try {
            consultations.linkLost(one.consultation, one.person);
            return true;
        } catch (Problem refused) {
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "could not say that somebody is gone, trying again: {}",
                    e.getClass().getName());
            return false;
        }
    }

    void expire() {
        for (Awaited one : awaited) {
            if (one.until.compareTo(ticker.now()) <= 0) {
                boolean back = rooms.find(one.consultation)
                        .filter(room -> room.seatOf(one.person) != null)
                        .isPresent();
                if (back || told(one)) {
                    awaited.remove(one);
                }
            }
        }
    }
}
