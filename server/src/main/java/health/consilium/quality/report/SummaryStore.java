package health.consilium.quality.report;

import health.consilium.consultation.ConsultationId;
import health.consilium.quality.PersonQuality;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Table quality_summary: what the samples of a person amounted to, as a document; kept with the consultation. */
@Repository
class SummaryStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    SummaryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void save(ConsultationId consultation, UUID person, PersonQuality quality) {
        jdbc.sql("insert into quality_summary values (?, ?, ?, ?::jsonb) on conflict (consultation, person)"
                        + " do update set made_at = excluded.made_at, figures = excluded.figures")
                .params(
                        consultation.value(),
                        person,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        JSON.writeValueAsString(quality))
                .update();
    }

    Map<UUID, Map<UUID, PersonQuality>> of(Collection<ConsultationId> consultations) {
        Map<UUID, Map<UUID, PersonQuality>> all = new HashMap<>();
        jdbc.sql("select consultation, person, figures from quality_summary where consultation = any(?)")
                .param(consultations.stream().map(ConsultationId::value).toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("consultation", UUID.class), c -> new HashMap<>())
                            .put(
                                    row.getObject("person", UUID.class),
                                    JSON.readValue(row.getString("figures"), PersonQuality.class));
                });
        return all;
    }
}
