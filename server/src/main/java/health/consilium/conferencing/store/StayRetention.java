package health.consilium.conferencing.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was in which room when, as providers told it, and which news they have told. The rooms stay. */
@Component
class StayRetention implements RetentionRule {
    private static final String STAYS =
            " from conferencing_stay where consultation in (select consultation from conferencing_room where ends_at < ?)";

    private final JdbcClient jdbc;

    StayRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "call-events";
    }

    @Override
    public int due(Instant before) {
        return jdbc.sql("select count(*)" + STAYS)
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        jdbc.sql("delete from conferencing_told where told_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("delete" + STAYS).param(before.atOffset(ZoneOffset.UTC)).update();
    }
}
