package health.consilium.notification.told;

import health.consilium.kernel.AfterCommit;
import health.consilium.notification.outbox.Inbox;
import health.consilium.notification.outbox.Listed;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every open page of somebody shows at once how many messages are unread. */
@Component
class LiveBadge {
    private final Inbox inbox;
    private final Outbox pages;

    LiveBadge(Inbox inbox, Outbox pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    @EventListener
    void on(Listed listed) {
        AfterCommit.run(
                () -> pages.toPages(listed.person(), () -> new ServerFrame.Messages(inbox.unread(listed.person()))));
    }
}
