package health.consilium.notification.mail;

import health.consilium.kernel.PublicAddress;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Message;
import health.consilium.payment.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes what a mail says. No reason for visit, no diagnosis, no specialty stands in it; subject, preheader and link would
 * not tell whoever looks over a shoulder more than that there is an appointment.
 */
@Component
class LetterWriter {
    private final Imprint imprint;
    private final PublicAddress address;

    LetterWriter(Imprint imprint, PublicAddress address) {
        this.imprint = imprint;
        this.address = address;
    }

    /** @param receipt whether the receipt goes along */
    Letter write(Story story, boolean receipt, String link) {
        Words words = Words.in(story.reader().locale());
        Map<String, String> places = Places.of(story, words, imprint.name(), link);
        String kind = story.message().kind().name();
        boolean patient = story.patient();
        return new Letter(
                words.locale(),
                words.rightToLeft(),
                imprint.name(),
                Places.oneLine(
                        patient
                                ? words.say(kind + ".subject", places)
                                : imprint.name() + ": " + words.say("doctor." + kind, places)),
                words.say(patient ? kind + ".preheader" : "doctor.preheader", places),
                words.say(patient ? kind + ".title" : "doctor." + kind, places),
                words.say("greeting", places),
                patient ? paragraphs(story, receipt, words, places) : List.of(words.say("doctor.text", places)),
                facts(story, words, places),
                words.say(patient ? kind + ".button" : "doctor.button", places),
                link,
                words.say("button.help", places),
                patient ? words.say("link.own", places) : "",
                patient && story.message().kind() == Kind.INVITATION
                        ? List.of(new Letter.More(
                                words.say("about.video", places),
                                address.page("/about-video").toString()))
                        : List.of(),
                footer(words, places, "footer.why"));
    }

    private List<String> paragraphs(Story story, boolean receipt, Words words, Map<String, String> places) {
        Message message = story.message();
        List<String> all = new ArrayList<>(
                List.of(words.say(message.kind() + ".text", places).split("\n")));
        switch (message.kind()) {
            case CANCELLED, DOCTOR_NO_SHOW, PATIENT_NO_SHOW, CALL_FAILED -> all.add(money(story, words, places));
            case RECEIPT -> {
                if (story.payment().status() == PaymentStatus.PAID) {
                    all.add(words.say("RECEIPT.paid", places));
                }
                if (receipt) {
                    all.add(words.say("RECEIPT.attached", places));
                }
            }
            default -> {}
        }
        return all;
    }

    /** What happens with the money. Whoever was not at fault gets it back, also when the books do not say so yet. */
    private static String money(Story story, Words words, Map<String, String> places) {
        boolean back = story.message().kind() == Kind.DOCTOR_NO_SHOW
                || story.message().kind() == Kind.CALL_FAILED
                || story.message().detail().contains(Details.REFUND);
        return switch (story.payment().status()) {
            case UNPAID -> words.say("money.none", places);
            case REFUND_DUE, REFUNDED -> words.say("money.back", places);
            case PAID -> words.say(back ? "money.back" : "money.kept", places);
        };
    }

    private static List<Letter.Fact> facts(Story story, Words words, Map<String, String> places) {
        List<Letter.Fact> all = new ArrayList<>();
        TimeWords mine = new TimeWords(words.locale(), story.reader().zone());
        Instant start = story.appointment().start();
        boolean away = mine.differs(story.doctor().zone(), start);
        String times = words.say("times", places);
        if (away) {
            Map<String, String> zoned = new HashMap<>(places);
            zoned.put("times", times);
            zoned.put("zone", mine.zone(start));
            times = words.say("zoned", zoned);
        }
        all.add(new Letter.Fact(words.say("when", places), places.get("day") + words.comma() + times));
        if (away) {
            TimeWords theirs = new TimeWords(words.locale(), story.doctor().zone());
            all.add(new Letter.Fact(
                    words.say("doctor.time", places),
                    theirs.day(start) + words.comma() + theirs.time(start) + " (" + theirs.zone(start) + ")"));
        }
        Details.before(story.message())
                .ifPresent(before -> all.add(new Letter.Fact(
                        words.say("before", places), mine.day(before) + words.comma() + mine.time(before))));
        if (story.patient()) {
            all.add(new Letter.Fact(
                    words.say("with", places), Places.oneLine(story.doctor().displayName())));
            if (story.message().kind() == Kind.INVITATION || story.message().kind() == Kind.RESCHEDULED) {
                all.add(new Letter.Fact(words.say("where", places), words.say("where.text", places)));
            }
        }
        return all;
    }

    /** @param why they get this mail */
    List<String> footer(Words words, Map<String, String> places, String why) {
        List<String> all = new ArrayList<>();
        String contact = imprint.contact();
        if (!contact.isEmpty()) {
            Map<String, String> more = new HashMap<>(places);
            more.put("contact", words.isolated(contact));
            all.add(words.say("footer.contact", more));
        }
        if (imprint.email() != null) {
            all.add(words.say("footer.reply", places));
        }
        all.add(words.say("footer.emergency", places));
        all.add(words.say(why, places));
        return all;
    }
}
