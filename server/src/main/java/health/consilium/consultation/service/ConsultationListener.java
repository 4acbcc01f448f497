package health.consilium.consultation.service;

import health.consilium.conferencing.Rooms;
import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.EndMoved;
import health.consilium.consultation.domain.Consultation;
import health.consilium.scheduling.AppointmentBooked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** What a consultation does when others speak: it begins with the booking, and its room closes with its end. */
@Component
class ConsultationListener {
    private static final Logger log = LoggerFactory.getLogger(ConsultationListener.class);

    private final ConsultationService service;
    private final WakeUps wakeUps;
    private final Rooms rooms;
    private final Consultations consultations;

    ConsultationListener(ConsultationService service, WakeUps wakeUps, Rooms rooms, Consultations consultations) {
        this.consultations = consultations;
        this.service = service;
        this.wakeUps = wakeUps;
        this.rooms = rooms;
    }

    /** In the transaction of the booking: no appointment without its consultation and first deadline. */
    @EventListener
    void on(AppointmentBooked booked) {
        Consultation consultation = service.ensure(booked.appointment()).consultation();
        wakeUps.arm(consultation);
    }

    /** A provider that does not answer must not keep a consultation from being over, nor a connection to the database. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ConsultationEnded ended) {
        quietly(ended.view(), "closed", () -> rooms.close(ended.view().id().value()));
    }

    /** A provider's room ends when it was told to; where the doctor has extended the time, it must hear of it. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(EndMoved moved) {
        fit(moved.view());
    }

    /** A provider that did not hear of an extension is told again, before it puts people out. Where all fits nobody is asked. */
    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
    void fitAgain() {
        consultations.inProgress().forEach(this::fit);
    }

    private void fit(ConsultationView view) {
        quietly(view, "made to fit", () -> rooms.fit(ConsultationWindow.of(view)));
    }

    private static void quietly(ConsultationView view, String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn(
                    "room of consultation {} could not be {}: {}",
                    view.id(),
                    what,
                    e.getClass().getName());
        }
    }
}
