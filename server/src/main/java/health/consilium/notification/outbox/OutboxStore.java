package health.consilium.notification.outbox;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table notification_message, as it is written and sent. Called in transactions. */
@Repository
class OutboxStore {
    private static final String OPEN = "state in ('QUEUED', 'SENDING', 'FAILED')";

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the same was posted before. */
    Optional<UUID> insert(Posting posting, Channel channel, Lane lane, State state, Instant at, Instant now) {
        UUID id = UUID.randomUUID();
        int written = jdbc.sql(
                        "insert into notification_message (id, kind, appointment, subject, revision, person, channel,"
                                + " lane, detail, state, next_at, expires_at, created_at, settled_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(id)
                .param(posting.kind().name())
                .param(posting.appointment().value())
                .param(posting.subject())
                .param(posting.revision())
                .param(posting.person().value())
                .param(channel.name())
                .param(lane.name())
                .param(posting.detail())
                .param(state.name())
                .param(utc(at))
                .param(utc(posting.until()))
                .param(utc(now))
                .param(state == State.SENT ? utc(now) : null)
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Takes what is due into this program's hands, until then. Others skip what one takes. */
    List<Message> claim(Lane lane, int most, Collection<UUID> underWay, Instant now, Instant until) {
        return jdbc.sql("update notification_message set state = 'SENDING', attempts = attempts + 1, next_at = ?"
                        + " where id in (select id from notification_message where lane = ? and " + OPEN
                        + " and next_at <= ? and id <> all(?) order by next_at, id limit ? for update skip locked)"
                        + " returning *")
                .params(utc(until), lane.name(), utc(now), underWay.toArray(UUID[]::new), most)
                .query(OutboxStore::message)
                .list();
    }

    /** @param next null: it is settled. Whatever an attempt finds that is not the latest any more is dropped. */
    void settle(Message message, State state, @Nullable Problem problem, @Nullable Instant next, Instant now) {
        jdbc.sql(
                        "update notification_message set state = ?, problem = ?, next_at = coalesce(?, next_at), settled_at = ?"
                                + " where id = ? and attempts = ? and state = 'SENDING'")
                .param(state.name())
                .param(problem == null ? null : problem.name())
                .param(next == null ? null : utc(next))
                .param(next == null ? utc(now) : null)
                .param(message.id())
                .param(message.attempts())
                .update();
    }

    void forget(Message message) {
        jdbc.sql("delete from notification_message where id = ?")
                .param(message.id())
                .update();
    }

    /** What is still to be sent of these kinds about the appointment is not sent. */
    void drop(AppointmentId appointment, Collection<Kind> kinds, Instant now) {
        jdbc.sql("update notification_message set state = 'GIVEN_UP', problem = 'OUTDATED', settled_at = ?"
                        + " where appointment = ? and kind = any(?) and state in ('QUEUED', 'FAILED')")
                .params(
                        utc(now),
                        appointment.value(),
                        kinds.stream().map(Kind::name).toArray(String[]::new))
                .update();
    }

    /** From the beginning, in a new round. False when it is under way. */
    boolean again(UUID id, Instant now, Instant until) {
        return jdbc.sql(
                                "update notification_message set state = 'QUEUED', attempts = 0, round = round + 1, problem = null,"
                                        + " next_at = ?, expires_at = greatest(expires_at, ?), settled_at = null"
                                        + " where id = ? and state <> 'SENDING' and channel <> 'APP'")
                        .params(utc(now), utc(until), id)
                        .update()
                == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Message message(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        return new Message(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                row.getObject("subject", UUID.class),
                row.getInt("revision"),
                new UserId(row.getObject("person", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                row.getString("detail"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("round"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                problem == null ? null : Problem.valueOf(problem),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "settled_at"),
                instant(row, "read_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
