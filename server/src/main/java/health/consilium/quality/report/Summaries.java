package health.consilium.quality.report;

import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.identity.UserId;
import health.consilium.quality.CallQuality;
import health.consilium.quality.PersonFigures;
import health.consilium.quality.PersonQuality;
import health.consilium.quality.domain.Summary;
import health.consilium.quality.samples.LatestScores;
import health.consilium.quality.samples.SampleWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Sums a call up when it is over, and tells it to whoever asks later. */
@Component
class Summaries implements CallQuality {
    private final SampleWriter samples;
    private final LatestScores scores;
    private final SummaryStore summaries;
    private final WaitStore waits;
    private final CallMetrics metrics;

    Summaries(SampleWriter samples, LatestScores scores, SummaryStore summaries, WaitStore waits, CallMetrics metrics) {
        this.samples = samples;
        this.scores = scores;
        this.summaries = summaries;
        this.waits = waits;
        this.metrics = metrics;
    }

    /** Told again after a crash, it writes the same again. */
    @ApplicationModuleListener
    void on(ConsultationEnded ended) {
        ConsultationView view = ended.view();
        scores.forget(view.id());
        samples.of(view.id()).forEach((person, readings) -> {
            PersonQuality quality = Summary.of(readings);
            summaries.save(view.id(), person, quality);
            metrics.heard(quality);
        });
        if (view.endReason() != null) {
            metrics.over(view.endReason());
        }
    }

    @Override
    public Map<ConsultationId, Map<UserId, PersonFigures>> of(Collection<ConsultationId> consultations) {
        Map<UUID, Map<UUID, PersonQuality>> measured = summaries.of(consultations);
        Map<UUID, Map<UUID, WaitStore.Waits>> waited = waits.of(consultations);
        Map<ConsultationId, Map<UserId, PersonFigures>> all = new HashMap<>();
        for (ConsultationId id : consultations) {
            Map<UserId, PersonFigures> people =
                    together(measured.getOrDefault(id.value(), Map.of()), waited.getOrDefault(id.value(), Map.of()));
            if (!people.isEmpty()) {
                all.put(id, people);
            }
        }
        return all;
    }

    @Override
    public OptionalInt now(ConsultationId consultation) {
        return scores.worst(consultation);
    }

    private static Map<UserId, PersonFigures> together(
            Map<UUID, PersonQuality> measured, Map<UUID, WaitStore.Waits> waited) {
        Set<UUID> known = new HashSet<>(measured.keySet());
        known.addAll(waited.keySet());
        Map<UserId, PersonFigures> people = new HashMap<>();
        for (UUID person : known) {
            WaitStore.Waits waits = waited.getOrDefault(person, new WaitStore.Waits(null, 0, 0));
            people.put(
                    new UserId(person),
                    new PersonFigures(
                            measured.get(person), waits.setUpMillis(), waits.reconnects(), waits.reconnectMillis()));
        }
        return people;
    }
}
