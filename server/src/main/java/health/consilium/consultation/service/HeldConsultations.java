package health.consilium.consultation.service;

import health.consilium.consultation.ConsultationImports;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Lifecycle;
import health.consilium.consultation.domain.Outcome;
import health.consilium.consultation.store.CallLog;
import health.consilium.consultation.store.ConsultationStore;
import health.consilium.consultation.store.Stored;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the state machine an old story at its old times; nobody is rung or written to. */
@Component
class HeldConsultations implements ConsultationImports {
    private final ConsultationService service;
    private final ConsultationStore store;
    private final CallLog log;
    private final Lifecycle lifecycle;
    private final Appointments appointments;

    HeldConsultations(
            ConsultationService service,
            ConsultationStore store,
            CallLog log,
            Lifecycle lifecycle,
            Appointments appointments) {
        this.service = service;
        this.store = store;
        this.log = log;
        this.lifecycle = lifecycle;
        this.appointments = appointments;
    }

    @Override
    @Transactional
    public void held(Held held) {
        Stored made = service.ensure(service.required(held.appointment()));
        Stored stored = store.lock(made.consultation().id()).orElseThrow(FactRecorder::unknown);
        Consultation c = stored.consultation();
        Instant live = held.liveAt();
        for (Fact fact : List.of(
                new Fact.Present(c.patient()),
                new Fact.Rung(c.patient()),
                new Fact.Present(c.doctor()),
                new Fact.MediaUp(c.patient()),
                new Fact.MediaUp(c.doctor()))) {
            c = apply(c, fact, live);
        }
        c = apply(c, new Fact.EndRequested(c.doctor()), held.endedAt());
        store.update(c, held.endedAt());
        appointments.close(held.appointment(), AppointmentStatus.COMPLETED);
    }

    private Consultation apply(Consultation c, Fact fact, Instant at) {
        Outcome outcome = lifecycle.handle(c, fact, at);
        outcome.occurrences().forEach(occurrence -> log.append(outcome.next(), occurrence.what(), occurrence.at()));
        return outcome.next();
    }
}
