package health.consilium.conferencing.store;

import health.consilium.kernel.store.AgedRows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was in which room when, as providers told it, and which news they have told. The rooms stay. */
@Component
class StayRetention extends AgedRows {
    private final JdbcClient jdbc;

    StayRetention(JdbcClient jdbc) {
        super(
                jdbc,
                "call-events",
                "conferencing_stay where consultation in (select consultation from conferencing_room where ends_at < :before)");
        this.jdbc = jdbc;
    }

    @Override
    public int delete(Instant before) {
        jdbc.sql("delete from conferencing_told where told_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
        return super.delete(before);
    }
}
