package health.consilium.notification.mail;

import health.consilium.identity.UserView;
import health.consilium.identity.Users;
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
    private final Users users;
    private final AccountLetters accountLetters;
    private final LetterWriter writer;
    private final MessageLinks links;
    private final Invitations invitations;
    private final Enclosures enclosures;
    private final MailMaker maker;
    private final MailPost post;
    private final Clock clock;

    MailCarrier(
            Stories stories,
            Users users,
            AccountLetters accountLetters,
            LetterWriter writer,
            MessageLinks links,
            Invitations invitations,
            Enclosures enclosures,
            MailMaker maker,
            MailPost post,
            Clock clock) {
        this.stories = stories;
        this.users = users;
        this.accountLetters = accountLetters;
        this.writer = writer;
        this.links = links;
        this.invitations = invitations;
        this.enclosures = enclosures;
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
        if (message.kind().aboutAccount()) {
            return users.find(message.person())
                    .map(person -> account(message, person))
                    .orElse(new Outcome.Never(Problem.OUTDATED));
        }
        Optional<Story> story = stories.of(message);
        if (story.isEmpty()) {
            return new Outcome.Never(Problem.OUTDATED);
        }
        return sent(message, () -> mail(story.get()));
    }

    private Outcome account(Message message, UserView person) {
        Letter letter = accountLetters.write(message, person, links.ofAccount(message, person.id()));
        return sent(message, () -> maker.make(message, person.email(), letter, null, List.of(), clock.instant()));
    }

    private Outcome sent(Message message, Making mail) {
        try {
            return post.send(message, mail.make());
        } catch (AddressException e) {
            return new Outcome.Never(Problem.NO_ADDRESS);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail cannot be put together", e);
        }
    }

    private interface Making {
        MimeMessage make() throws MessagingException;
    }

    private MimeMessage mail(Story story) throws MessagingException {
        Message message = story.message();
        List<Attachment> files = enclosures.of(story);
        Letter letter = writer.write(story, !files.isEmpty(), links.of(story));
        MailMaker.Calendar calendar = invitations.of(story, maker.sender()).orElse(null);
        return maker.make(message, story.reader().email(), letter, calendar, files, clock.instant());
    }
}
