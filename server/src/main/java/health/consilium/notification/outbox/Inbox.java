package health.consilium.notification.outbox;

import health.consilium.identity.UserId;
import health.consilium.kernel.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table notification_message as its readers see it: each person their own list, staff the whole. */
@Repository
@Transactional
public class Inbox {
    private final JdbcClient jdbc;
    private final OutboxStore store;
    private final Alarms alarms;
    private final Delivery delivery;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inbox(
            JdbcClient jdbc,
            OutboxStore store,
            Alarms alarms,
            Delivery delivery,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.alarms = alarms;
        this.delivery = delivery;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. @param before asked for what came before then */
    @Transactional(readOnly = true)
    public List<Message> of(UserId person, @Nullable Instant before, int most) {
        return jdbc.sql("select * from notification_message where person = ? and channel = 'APP' and state = 'SENT'"
                        + " and (?::timestamptz is null or settled_at < ?) order by settled_at desc, id limit ?")
                .param(person.value())
                .param(before == null ? null : OutboxStore.utc(before))
                .param(before == null ? null : OutboxStore.utc(before))
                .param(most)
                .query(OutboxStore::message)
                .list();
    }

    @Transactional(readOnly = true)
    public int unread(UserId person) {
        return jdbc.sql("select count(*) from notification_message where person = ? and channel = 'APP'"
                        + " and state = 'SENT' and read_at is null")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    /** Everything that came until then; what came since was not seen. */
    public void read(UserId person, Instant upTo) {
        int changed = jdbc.sql("update notification_message set read_at = ? where person = ? and channel = 'APP'"
                        + " and state = 'SENT' and read_at is null and settled_at <= ?")
                .params(OutboxStore.utc(clock.instant()), person.value(), OutboxStore.utc(upTo))
                .update();
        if (changed > 0) {
            events.publishEvent(new Listed(person));
        }
    }

    /** What is carried to people, newest first, for staff. @param state, kind, before: null for all */
    @Transactional(readOnly = true)
    public List<Message> carried(@Nullable State state, @Nullable Kind kind, @Nullable Instant before, int most) {
        return jdbc.sql("select * from notification_message where channel <> 'APP' and (?::text is null or state = ?)"
                        + " and (?::text is null or kind = ?) and (?::timestamptz is null or created_at < ?)"
                        + " order by created_at desc, id limit ?")
                .param(state == null ? null : state.name())
                .param(state == null ? null : state.name())
                .param(kind == null ? null : kind.name())
                .param(kind == null ? null : kind.name())
                .param(before == null ? null : OutboxStore.utc(before))
                .param(before == null ? null : OutboxStore.utc(before))
                .param(most)
                .query(OutboxStore::message)
                .list();
    }

    /** How many of what is carried stand how. */
    @Transactional(readOnly = true)
    public Map<State, Integer> counts() {
        Map<State, Integer> all = new EnumMap<>(State.class);
        for (State state : State.values()) {
            all.put(state, 0);
        }
        jdbc.sql("select state, count(*) as n from notification_message where channel <> 'APP' group by state")
                .query(row -> {
                    all.put(State.valueOf(row.getString("state")), row.getInt("n"));
                });
        return all;
    }

    /** Sends a message once more, in a new round. False when it is being sent, or not there. */
    public boolean again(UUID id) {
        Instant now = clock.instant();
        boolean queued = store.again(id, now, now.plus(Attempts.SENT_AGAIN));
        if (queued) {
            Message message = jdbc.sql("select * from notification_message where id = ?")
                    .param(id)
                    .query(OutboxStore::message)
                    .single();
            Lane lane = Lane.of(message.channel(), message.kind());
            alarms.at(now, lane, id);
            AfterCommit.run(() -> delivery.look(lane));
        }
        return queued;
    }

    @Transactional(readOnly = true)
    public boolean has(UUID id) {
        return jdbc.sql("select exists (select 1 from notification_message where id = ? and channel <> 'APP')")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
