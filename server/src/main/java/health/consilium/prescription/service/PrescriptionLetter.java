package health.consilium.prescription.service;

import health.consilium.document.Letter;
import health.consilium.document.Letter.Block;
import health.consilium.document.Letter.Fact;
import health.consilium.document.Words;
import health.consilium.prescription.domain.CodeSystem;
import health.consilium.prescription.domain.Codes;
import health.consilium.prescription.domain.Content;
import health.consilium.prescription.domain.Frequency;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.domain.Route;
import health.consilium.prescription.service.PrescriptionFile.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** A signed version as a letter, in the language and zone of whoever reads it. */
public final class PrescriptionLetter {
    private final Words words;
    private final ZoneId zone;

    public PrescriptionLetter(String language, ZoneId zone) {
        this.words = Words.of("prescription", language);
        this.zone = zone;
    }

    /** @param verifyAt address of the page that checks codes */
    public Letter of(Paper paper, String verifyAt) {
        Content content = paper.content();
        List<Block> blocks = new ArrayList<>();
        if (paper.withdrawal() != null) {
            blocks.add(new Letter.Notice(
                    words.say("withdrawn", day(paper.withdrawal().at()))));
        } else if (paper.superseded()) {
            blocks.add(new Letter.Notice(words.say("superseded")));
        }
        blocks.add(new Letter.Facts(people(content)));
        for (int i = 0; i < content.items().size(); i++) {
            Item item = content.items().get(i);
            blocks.add(new Letter.Heading((i + 1) + ". " + Letter.typed(item.medication())));
            blocks.add(new Letter.Facts(lines(item)));
        }
        if (!content.notes().isBlank()) {
            blocks.add(new Letter.Heading(words.say("notes")));
            blocks.add(new Letter.Paragraph(content.notes()));
        }
        blocks.add(new Letter.Signature(content.doctor().name(), words.say("signed", day(content.signedAt()))));
        blocks.add(new Letter.Code(
                verifyAt + "#" + content.code(),
                words.say("verify", Letter.typed(verifyAt), Letter.typed(Codes.grouped(content.code())))));
        return new Letter(
                words.language(),
                words.say("title"),
                day(content.signedAt()),
                blocks,
                Codes.grouped(content.code().substring(0, Codes.SHORT)) + " · v" + content.version());
    }

    private List<Fact> people(Content content) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("patient"), Letter.typed(content.patient().name())));
        LocalDate born = content.patient().born();
        if (born != null) {
            facts.add(new Fact(words.say("born"), date().format(born)));
        }
        String about = content.doctor().about();
        facts.add(new Fact(
                words.say("doctor"), Letter.typed(content.doctor().name() + (about.isBlank() ? "" : ", " + about))));
        facts.add(new Fact(words.say("licence"), Letter.typed(content.doctor().licence())));
        if (content.version() > 1) {
            facts.add(new Fact(words.say("version"), words.say("correction", content.version())));
        }
        return facts;
    }

    private List<Fact> lines(Item item) {
        List<Fact> facts = new ArrayList<>();
        if (item.code() != null) {
            facts.add(new Fact(words.say("code"), Letter.typed(CodeSystem.said(item.system(), item.code()))));
        }
        facts.add(new Fact(words.say("dose"), Letter.typed(item.dose())));
        if (!item.route().isBlank()) {
            facts.add(new Fact(
                    words.say("route"),
                    Route.knows(item.route()) ? words.say("route." + item.route()) : Letter.typed(item.route())));
        }
        facts.add(new Fact(
                words.say("frequency"),
                Frequency.knows(item.frequency())
                        ? words.say("frequency." + item.frequency())
                        : Letter.typed(item.frequency())));
        Integer days = item.days();
        facts.add(new Fact(words.say("duration"), days == null ? words.say("ongoing") : words.say("days", days)));
        if (!item.notes().isBlank()) {
            facts.add(new Fact(words.say("note"), Letter.typed(item.notes())));
        }
        return facts;
    }

    private String day(Instant at) {
        return date().format(at.atZone(zone).toLocalDate());
    }

    private DateTimeFormatter date() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.language());
    }
}
