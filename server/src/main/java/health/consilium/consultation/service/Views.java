package health.consilium.consultation.service;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Deadlines;
import health.consilium.consultation.domain.Limits;
import health.consilium.consultation.domain.Phase;
import org.springframework.stereotype.Component;

/** Makes the snapshot that other modules see. */
@Component
public class Views {
    private final Limits limits;

    Views(Limits limits) {
        this.limits = limits;
    }

    public ConsultationView of(Consultation c, long version) {
        Phase p = c.phase();
        Phase.Waiting waiting = p instanceof Phase.Waiting w ? w : null;
        Phase.Ring ring = waiting == null ? null : waiting.ringing();
        Phase.Interrupted broken = p instanceof Phase.Interrupted i ? i : null;
        Phase.Ended ended = p instanceof Phase.Ended e ? e : null;
        return new ConsultationView(
                c.id(),
                c.appointment(),
                c.patient(),
                c.doctor(),
                p.name(),
                version,
                c.present(),
                c.came(),
                broken == null ? null : broken.absent().stream().findFirst().orElse(null),
                ring == null ? null : new ConsultationView.Ring(ring.by(), ring.since()),
                waiting != null && !waiting.mediaUp().isEmpty(),
                c.startsAt().minus(limits.opensBefore()),
                c.startsAt(),
                c.endsAt(),
                c.history().patientRangAt(),
                Deadlines.noShowAt(c, limits),
                broken == null ? null : broken.since().plus(limits.grace()),
                c.history().firstLiveAt(),
                ended == null ? null : ended.at(),
                ended == null ? null : ended.reason(),
                c.history().extendedMinutes(),
                (int) limits.extension().toMinutes() - c.history().extendedMinutes());
    }
}
