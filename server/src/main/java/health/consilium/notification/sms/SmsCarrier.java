package health.consilium.notification.sms;

import health.consilium.notification.mail.ShortWords;
import health.consilium.notification.mail.Stories;
import health.consilium.notification.mail.Story;
import health.consilium.notification.outbox.Carrier;
import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.Problem;
import health.consilium.notification.spi.SmsSender;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells by text message, whoever carries it. */
@Component
class SmsCarrier implements Carrier {
    private final Stories stories;
    private final ShortWords words;
    private final ObjectProvider<SmsSender> sender;

    SmsCarrier(Stories stories, ShortWords words, ObjectProvider<SmsSender> sender) {
        this.stories = stories;
        this.words = words;
        this.sender = sender;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Outcome carry(Message message) {
        SmsSender way = sender.getIfAvailable();
        if (way == null) {
            return new Outcome.Again(Problem.NOT_SET_UP);
        }
        Optional<Story> story = stories.of(message);
        if (story.isEmpty()) {
            return new Outcome.Never(Problem.OUTDATED);
        }
        String number = story.get().reader().phone();
        if (number == null || number.isBlank()) {
            return new Outcome.Never(Problem.NO_ADDRESS);
        }
        String id = message.id() + "." + message.round();
        return switch (way.send(id, number, words.of(story.get()))) {
            case TAKEN -> new Outcome.Sent();
            case NO_ANSWER -> new Outcome.Again(Problem.NO_ANSWER);
            case NOT_NOW -> new Outcome.Again(Problem.NOT_NOW);
            case SIGN_IN_REFUSED -> new Outcome.Again(Problem.SIGN_IN_REFUSED);
            case REFUSED -> new Outcome.Never(Problem.ADDRESS_REFUSED);
        };
    }
}
