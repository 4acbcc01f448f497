package health.consilium.notification.ring;

import health.consilium.notification.mail.MessageLinks;
import health.consilium.notification.outbox.Carrier;
import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.push.Pushes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells by the browsers that somebody chose to be told by. It counts as sent once it is handed to what pushes, which tries
 * on by itself for as long as it is of use.
 */
@Component
class PushCarrier implements Carrier {
    private final Pushes pushes;

    PushCarrier(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public Outcome carry(Message message) {
        var kind = message.kind() == Kind.DOCTOR_WAITING
                ? health.consilium.notification.push.Message.Kind.EXPECTED
                : health.consilium.notification.push.Message.Kind.SOON;
        var told = new health.consilium.notification.push.Message(
                kind, Topics.of(message.id()), MessageLinks.path(message), message.expiresAt());
        pushes.tell(message.person(), () -> Optional.of(told));
        return new Outcome.Sent();
    }
}
