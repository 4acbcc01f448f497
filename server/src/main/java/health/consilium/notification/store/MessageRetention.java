package health.consilium.notification.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told what. What is still to be sent stays, and what somebody has not read in the app. */
@Component
class MessageRetention implements RetentionRule {
    private static final String OLD =
            " from notification_message where settled_at < ? and (channel <> 'APP' or read_at < ?)";

    private final JdbcClient jdbc;

    MessageRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public int due(Instant before) {
        OffsetDateTime then = before.atOffset(ZoneOffset.UTC);
        return jdbc.sql("select count(*)" + OLD)
                .params(then, then)
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        OffsetDateTime then = before.atOffset(ZoneOffset.UTC);
        return jdbc.sql("delete" + OLD).params(then, then).update();
    }
}
