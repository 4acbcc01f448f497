package health.consilium.notification.mail;

import health.consilium.notification.outbox.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a message carries because nobody could find it out later: words apart by spaces. */
public final class Details {
    /** What was paid is owed back. */
    public static final String REFUND = "refund";

    private static final String BEFORE = "before=";

    private Details() {}

    /** The time until then. */
    public static String before(Instant start) {
        return BEFORE + start;
    }

    static Optional<Instant> before(Message message) {
        return Arrays.stream(message.detail().split(" "))
                .filter(word -> word.startsWith(BEFORE))
                .map(word -> Instant.parse(word.substring(BEFORE.length())))
                .findFirst();
    }
}
