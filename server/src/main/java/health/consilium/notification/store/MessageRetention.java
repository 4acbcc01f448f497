package health.consilium.notification.store;

import health.consilium.kernel.store.AgedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told what. What is still to be sent stays, and what somebody has not read in the app. */
@Component
class MessageRetention extends AgedRows {
    MessageRetention(JdbcClient jdbc) {
        super(
                jdbc,
                "messages",
                "notification_message where settled_at < :before and (channel <> 'APP' or read_at < :before)");
    }
}
