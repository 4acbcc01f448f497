package health.consilium.notification.mail;

import health.consilium.identity.SecondFactorChanged;
import health.consilium.notification.outbox.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a message carries because nobody could find it out later: words apart by spaces. */
public final class Details {
    /** What was paid is owed back. */
    public static final String REFUND = "refund";

    private static final String PATH = "path=";
    private static final String AMOUNT = "amount=";
    private static final String BEFORE = "before=";
    private static final String FACTOR = "factor=";

    private Details() {}

    /** The time until then. */
    public static String before(Instant start) {
        return BEFORE + start;
    }

    /** A page of ours that somebody asked to be led to. */
    public static String path(String path) {
        return PATH + path;
    }

    static Optional<String> path(Message message) {
        return Arrays.stream(message.detail().split(" "))
                .filter(word -> word.startsWith(PATH))
                .map(word -> word.substring(PATH.length()))
                .findFirst();
    }

    /** A sum that is not the whole price, in the currency's smallest unit. */
    public static String amount(long minor) {
        return AMOUNT + minor;
    }

    static Optional<Long> amount(Message message) {
        return Arrays.stream(message.detail().split(" "))
                .filter(word -> word.startsWith(AMOUNT))
                .map(word -> Long.valueOf(word.substring(AMOUNT.length())))
                .findFirst();
    }

    /** What was done to how somebody signs in. */
    public static String factor(SecondFactorChanged.What what) {
        return FACTOR + what;
    }

    public static Optional<SecondFactorChanged.What> factor(Message message) {
        return Arrays.stream(message.detail().split(" "))
                .filter(word -> word.startsWith(FACTOR))
                .map(word -> SecondFactorChanged.What.valueOf(word.substring(FACTOR.length())))
                .findFirst();
    }

    static Optional<Instant> before(Message message) {
        return Arrays.stream(message.detail().split(" "))
                .filter(word -> word.startsWith(BEFORE))
                .map(word -> Instant.parse(word.substring(BEFORE.length())))
                .findFirst();
    }
}
