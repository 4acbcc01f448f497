package health.consilium.notification.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table notification_mailbox: the latest mails of a demo. */
@Repository
@Transactional
public class MailboxStore {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param mime the whole mail */
    public record Kept(UUID id, Instant at, byte[] mime) {}

    public void keep(UUID message, byte[] mime) {
        jdbc.sql("insert into notification_mailbox values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), message, clock.instant().atOffset(ZoneOffset.UTC), mime)
                .update();
        jdbc.sql("delete from notification_mailbox where id in"
                        + " (select id from notification_mailbox order by at desc, id offset ?)")
                .param(MOST)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Kept> latest(int most) {
        return jdbc.sql("select id, at, mime from notification_mailbox order by at desc, id limit ?")
                .param(most)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("mime")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID id) {
        return jdbc.sql("select id, at, mime from notification_mailbox where id = ?")
                .param(id)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("mime")))
                .optional();
    }
}
