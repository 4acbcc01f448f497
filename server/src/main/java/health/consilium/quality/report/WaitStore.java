package health.consilium.quality.report;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.ClientFrame.Wait;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table quality_wait: how long people waited for a call to begin, or to come back. */
@Repository
public class WaitStore {
    /** A page that tells more than this is no page of ours. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first set-up of a person counts; who reloads the page later waits for a connection to come back. */
    public Wait add(ConsultationId consultation, UserId person, Wait what, int millis) {
        Wait counted = what == Wait.setUp && has(consultation, person) ? Wait.reconnect : what;
        jdbc.sql("insert into quality_wait select :consultation, :person, :at::timestamptz, :what, :millis"
                        + " where (select count(*) from quality_wait where consultation = :consultation"
                        + " and person = :person) < :most")
                .param("consultation", consultation.value())
                .param("person", person.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("what", counted.name())
                .param("millis", millis)
                .param("most", MOST)
                .update();
        return counted;
    }

    private boolean has(ConsultationId consultation, UserId person) {
        return jdbc.sql("select exists (select 1 from quality_wait where consultation = ? and person = ?)")
                .params(consultation.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** Of one person. */
    record Waits(@Nullable Integer setUpMillis, int reconnects, long reconnectMillis) {}

    Map<UUID, Map<UUID, Waits>> of(Collection<ConsultationId> consultations) {
        Map<UUID, Map<UUID, Waits>> all = new HashMap<>();
        jdbc.sql("select consultation, person, min(millis) filter (where what = 'setUp') as set_up,"
                        + " count(*) filter (where what = 'reconnect') as reconnects,"
                        + " coalesce(sum(millis) filter (where what = 'reconnect'), 0) as reconnect_millis"
                        + " from quality_wait where consultation = any(?) group by consultation, person")
                .param(consultations.stream().map(ConsultationId::value).toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("consultation", UUID.class), c -> new HashMap<>())
                            .put(
                                    row.getObject("person", UUID.class),
                                    new Waits(
                                            row.getObject("set_up", Integer.class),
                                            row.getInt("reconnects"),
                                            row.getLong("reconnect_millis")));
                });
        return all;
    }
}
