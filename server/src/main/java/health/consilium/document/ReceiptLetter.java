package health.consilium.document;

import health.consilium.document.Letter.Block;
import health.consilium.document.Letter.Fact;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A receipt as a letter, in the language and zone of whoever paid. */
public final class ReceiptLetter {
    private static final Set<String> WAYS = Set.of("stripe", "hook", "demo", "staff");

    private final Words words;
    private final ZoneId zone;

    public ReceiptLetter(String language, ZoneId zone) {
        this.words = Words.of("receipt", language);
        this.zone = zone;
    }

    /**
     * What the receipt says.
     *
     * @param amountMinor in the currency's smallest unit
     * @param way how it was paid: stripe, hook, demo or staff; another one is not named
     * @param taxPercent contained in the amount; null: none is shown
     * @param taxNote the line about tax; may be empty
     * @param refundedMinor what of it went back by now
     */
    public record Sums(
            String number,
            Instant issuedAt,
            String patient,
            String doctor,
            Instant heldAt,
            long amountMinor,
            String currency,
            String way,
            @Nullable BigDecimal taxPercent,
            String taxNote,
            long refundedMinor) {}

    public Letter of(Sums sums) {
        List<Block> blocks = new ArrayList<>();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(words.say("number"), Letter.typed(sums.number())),
                new Fact(words.say("patient"), Letter.typed(sums.patient())),
                new Fact(words.say("doctor"), Letter.typed(sums.doctor()))));
        if (WAYS.contains(sums.way())) {
            facts.add(new Fact(words.say("way"), words.say("way." + sums.way())));
        }
        blocks.add(new Letter.Facts(facts));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.say("consultation", day(sums.heldAt())), money(sums.amountMinor(), sums.currency())));
        if (sums.refundedMinor() > 0) {
            rows.add(List.of(words.say("refunded"), money(-sums.refundedMinor(), sums.currency())));
        }
        rows.add(List.of(words.say("total"), money(sums.amountMinor() - sums.refundedMinor(), sums.currency())));
        blocks.add(new Letter.Table(List.of(words.say("what"), words.say("amount")), List.of(3, 1), rows, List.of(1)));
        BigDecimal percent = sums.taxPercent();
        if (percent != null) {
            blocks.add(new Letter.Paragraph(
                    words.say("tax", Letter.typed(percent.stripTrailingZeros().toPlainString() + " %"))));
        }
        if (!sums.taxNote().isBlank()) {
            blocks.add(new Letter.Paragraph(sums.taxNote()));
        }
        blocks.add(new Letter.Paragraph(words.say("thanks")));
        return new Letter(words.language(), words.say("title"), day(sums.issuedAt()), blocks, sums.number());
    }

    private String money(long minor, String currency) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(words.language());
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return Letter.typed(format.format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits())));
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.language())
                .format(at.atZone(zone).toLocalDate());
    }
}
