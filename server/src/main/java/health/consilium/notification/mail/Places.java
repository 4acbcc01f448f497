package health.consilium.notification.mail;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** What is filled into sentences. Names are one line, whatever somebody typed: nothing of them can become a header. */
final class Places {
    private static final int LONGEST_NAME = 120;

    private Places() {}

    static Map<String, String> of(Story story, Words words, String clinic, String link) {
        TimeWords times = new TimeWords(words.locale(), story.reader().zone());
        Map<String, String> all = new HashMap<>();
        all.put("clinic", words.isolated(oneLine(clinic)));
        all.put("name", words.isolated(oneLine(story.reader().displayName())));
        all.put("doctor", words.isolated(oneLine(story.doctor().displayName())));
        all.put("day", times.day(story.appointment().start()));
        all.put("time", times.time(story.appointment().start()));
        all.put("until", times.time(story.appointment().end()));
        all.put("amount", amount(story, words));
        all.put("link", link);
        return all;
    }

    static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    }

    private static String amount(Story story, Words words) {
        NumberFormat format = NumberFormat.getCurrencyInstance(words.locale());
        Currency currency = Currency.getInstance(story.payment().currency());
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        long minor = Details.amount(story.message()).orElse(story.payment().amountMinor());
        return format.format(BigDecimal.valueOf(minor, digits));
    }
}
