package health.consilium.summary.service;

import health.consilium.document.Letter;
import health.consilium.document.Letter.Block;
import health.consilium.document.Letter.Fact;
import health.consilium.document.Words;
import health.consilium.summary.store.AgreedStore.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** What was agreed, as a letter in the patient's language; the doctor's words stay as they were written. */
final class SummaryLetter {
    private final Words words;
    private final ZoneId zone;

    SummaryLetter(String language, ZoneId zone) {
        this.words = Words.of("summary", language);
        this.zone = zone;
    }

    /** @param reference at the foot of each page */
    Letter of(Version version, String patient, String doctor, String reference) {
        List<Block> blocks = new ArrayList<>();
        List<Fact> people = new ArrayList<>();
        people.add(new Fact(words.say("patient"), Letter.typed(patient)));
        people.add(new Fact(words.say("doctor"), Letter.typed(doctor)));
        if (version.number() > 1) {
            people.add(new Fact(words.say("version"), words.say("correction", version.number())));
        }
        blocks.add(new Letter.Facts(people));
        blocks.add(new Letter.Paragraph(version.agreed()));
        if (!version.nextStep().isBlank()) {
            blocks.add(new Letter.Heading(words.say("next")));
            blocks.add(new Letter.Paragraph(version.nextStep()));
        }
        return new Letter(words.language(), words.say("title"), day(version.releasedAt()), blocks, reference);
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.language())
                .format(at.atZone(zone).toLocalDate());
    }
}
