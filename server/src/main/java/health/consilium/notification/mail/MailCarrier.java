package health.consilium.notification.mail;

import health.consilium.notification.outbox.Carrier;
import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.Problem;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells by mail. */
@Component
class MailCarrier implements Carrier {
    private final Stories stories;
    private final LetterWriter writer;
    private final MessageLinks links;
    private final Invitations invitations;
    private final MailMaker maker;
    private final MailPost post;
    private final Clock clock;

    MailCarrier(
            Stories stories,
            LetterWriter writer,
            MessageLinks links,
            Invitations invitations,
            MailMaker maker,
            MailPost post,
            Clock clock) {
        this.stories = stories;
        this.writer = writer;
        this.links = links;
        this.invitations = invitations;
        this.maker = maker;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Outcome carry(Message message) {
        Optional<Story> story = stories.of(message);
        if (story.isEmpty()) {
            return new Outcome.Never(Problem.OUTDATED);
        }
        try {
            return post.send(message, mail(story.get()));
        } catch (AddressException e) {
            return new Outcome.Never(Problem.NO_ADDRESS);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail cannot be put together", e);
        }
    }

    private MimeMessage mail(Story story) throws MessagingException {
        Message message = story.message();
        Letter letter = writer.write(story, links.of(message, story.patient()));
        MailMaker.Calendar calendar = invitations.of(story, maker.sender()).orElse(null);
        return maker.make(message, story.reader().email(), letter, calendar, List.of(), clock.instant());
    }
}
