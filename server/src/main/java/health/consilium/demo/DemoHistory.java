package health.consilium.demo;

import health.consilium.consultation.ConsultationImports;
import health.consilium.consultation.ConsultationImports.Held;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.Appointments;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A consultation that was held last week, so that the history is not empty. */
@DemoMode
@Component
class DemoHistory {
    private final Appointments appointments;
    private final Payments payments;
    private final ConsultationImports imports;

    DemoHistory(Appointments appointments, Payments payments, ConsultationImports imports) {
        this.appointments = appointments;
        this.payments = payments;
        this.imports = imports;
    }

    /** All at once: a booking in the past seen alone would end at once as a no-show. */
    @Transactional
    public void write(Instant now) {
        Instant start = now.minus(Duration.ofDays(7));
        Appointment past = appointments.book(
                DemoPeople.ROSSI.id(),
                DemoPeople.WEBER.id(),
                start,
                start.plus(Duration.ofMinutes(30)),
                "Follow-up on blood pressure");
        payments.markPaid(past.id(), DemoPeople.ROSSI.id(), "demo");
        imports.held(new Held(past.id(), start.plusSeconds(95), start.plusSeconds(95 + 17 * 60 + 20)));
    }
}
