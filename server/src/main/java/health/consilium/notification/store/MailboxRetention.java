package health.consilium.notification.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails, whole as they left. Only a demo keeps any. */
@Component
class MailboxRetention implements RetentionRule {
    private static final String OLD = " from notification_mailbox where at < ?";

    private final JdbcClient jdbc;

    MailboxRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "mails";
    }

    @Override
    public int due(Instant before) {
        return jdbc.sql("select count(*)" + OLD)
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        return jdbc.sql("delete" + OLD).param(before.atOffset(ZoneOffset.UTC)).update();
    }
}
