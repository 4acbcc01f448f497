package health.consilium.notification.mail;

import health.consilium.identity.UserView;
import health.consilium.notification.outbox.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes mails about an account: to set a password, or that something about signing in was changed. */
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
                paragraphs(message, words, places),
                message.kind().tellsOfChange() ? List.of(when(message, reader, words)) : List.of(),
                words.say(kind + ".button", places),
                link,
                words.say("button.help", places),
                message.kind().tellsOfChange() ? "" : words.say("link.own", places),
                List.of(),
                writer.footer(words, places, "footer.account"));
    }

    private static List<String> paragraphs(Message message, Words words, Map<String, String> places) {
        List<String> all = new ArrayList<>();
        Details.factor(message).ifPresent(what -> all.add(words.say("factor." + what, places)));
        all.addAll(List.of(words.say(message.kind() + ".text", places).split("\n")));
        return all;
    }

    /** By the reader's clock, its zone named: who looks for their own deed must not have to guess. */
    private static Letter.Fact when(Message message, UserView reader, Words words) {
        TimeWords times = new TimeWords(words.locale(), reader.zone());
        Instant at = message.createdAt();
        String moment =
                words.say("moment", Map.of("day", times.day(at), "time", times.time(at), "zone", times.zone(at)));
        return new Letter.Fact(words.say("when", Map.of()), moment);
    }
}
