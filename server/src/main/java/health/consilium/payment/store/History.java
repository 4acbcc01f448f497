package health.consilium.payment.store;

import health.consilium.identity.UserId;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentNeedsAttention;
import health.consilium.scheduling.AppointmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables payment_event, which only grows, and payment_notice. */
@Repository
public class History {
    private static final Logger log = LoggerFactory.getLogger(History.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    History(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    public Instant now() {
        return clock.instant();
    }

    /** What the staff should know is also told, once the transaction has committed. */
    public void add(AppointmentId appointment, PaymentEvent event) {
        UserId by = event.by();
        jdbc.sql("insert into payment_event (appointment, at, kind, by_person, provider, reference, amount_minor,"
                        + " currency, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        appointment.value(),
                        Ids.utc(event.at()),
                        event.kind().name(),
                        by == null ? null : by.value(),
                        event.provider(),
                        event.reference(),
                        event.amountMinor(),
                        event.currency(),
                        event.words()))
                .update();
        if (event.kind().needsAttention()) {
            log.warn("payment of appointment {}: {}", appointment, event.kind());
            events.publishEvent(new PaymentNeedsAttention(appointment, event.kind()));
        } else {
            log.info("payment of appointment {}: {}", appointment, event.kind());
        }
    }

    public List<PaymentEvent> of(AppointmentId appointment) {
        return jdbc.sql("select * from payment_event where appointment = ? order by id")
                .param(appointment.value())
                .query(History::event)
                .list();
    }

    /** Whether this notice was not there before. Of those who ask at once about the same one, one is told yes. */
    public boolean isNew(String provider, String notice) {
        return jdbc.sql("insert into payment_notice values (?, ?, ?) on conflict do nothing")
                        .params(provider, notice, Ids.utc(clock.instant()))
                        .update()
                == 1;
    }

    private static PaymentEvent event(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("by_person", UUID.class);
        return new PaymentEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                PaymentEventKind.valueOf(row.getString("kind")),
                by == null ? null : new UserId(by),
                row.getString("provider"),
                row.getString("reference"),
                row.getObject("amount_minor", Long.class),
                row.getString("currency"),
                row.getString("words"));
    }
}
