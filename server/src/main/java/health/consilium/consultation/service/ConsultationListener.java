package health.consilium.consultation.service;

import health.consilium.conferencing.Rooms;
import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.EndMoved;
import health.consilium.consultation.domain.Consultation;
import health.consilium.scheduling.AppointmentBooked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What a consultation does when others speak: it begins with the booking, and its room closes with its end. */
@Component
class ConsultationListener {
    private static final Logger log = LoggerFactory.getLogger(ConsultationListener.class);

    private final ConsultationService service;
    private final WakeUps wakeUps;
    private final Rooms rooms;

    ConsultationListener(ConsultationService service, WakeUps wakeUps, Rooms rooms) {
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

    /** A provider that does not answer must not keep a consultation from being over. */
    @ApplicationModuleListener
    void on(ConsultationEnded ended) {
        try {
            rooms.close(ended.view().id().value());
        } catch (RuntimeException e) {
            log.warn(
                    "room of consultation {} could not be closed: {}",
                    ended.view().id(),
                    e.getClass().getName());
        }
    }

    /** A provider's room ends when it was told to; where the doctor has extended the time, it must hear of it. */
    @ApplicationModuleListener
    void on(EndMoved moved) {
        rooms.fit(ConsultationWindow.of(moved.view()));
    }
}
