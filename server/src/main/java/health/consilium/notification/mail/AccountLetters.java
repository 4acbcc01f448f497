package health.consilium.notification.mail;

import health.consilium.identity.UserView;
import health.consilium.notification.outbox.Message;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes mails about an account: to set a password, or that it was set. */
@Component
class AccountLetters {
    private final Imprint imprint;
    private final LetterWriter writer;

    AccountLetters(Imprint imprint, LetterWriter writer) {
        this.imprint = imprint;
        this.writer = writer;
    }

    Letter write(Message message, UserView reader, String link) {
        Words words = Words.in(reader.locale());
        Map<String, String> places = Map.of(
                "clinic", words.isolated(Places.oneLine(imprint.name())),
                "name", words.isolated(Places.oneLine(reader.displayName())));
        String kind = message.kind().name();
        return new Letter(
                words.locale(),
                words.rightToLeft(),
                imprint.name(),
                Places.oneLine(words.say(kind + ".subject", places)),
                words.say(kind + ".preheader", places),
                words.say(kind + ".title", places),
                words.say("greeting", places),
                List.of(words.say(kind + ".text", places).split("\n")),
                List.of(),
                words.say(kind + ".button", places),
                link,
                words.say("button.help", places),
                words.say("link.own", places),
                List.of(),
                writer.footer(words, places, "footer.account"));
    }
}
