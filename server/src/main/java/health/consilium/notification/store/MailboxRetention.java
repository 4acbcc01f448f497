package health.consilium.notification.store;

import health.consilium.kernel.store.AgedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails, whole as they left. Only a demo keeps any. */
@Component
class MailboxRetention extends AgedRows {
    MailboxRetention(JdbcClient jdbc) {
        super(jdbc, "mails", "notification_mailbox where at < :before");
    }
}
