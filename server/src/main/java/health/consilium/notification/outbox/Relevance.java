package health.consilium.notification.outbox;

/** Whether a message is still worth sending, asked just before. */
public interface Relevance {
    enum Verdict {
        TELL,
        /** It will not become true again. */
        OUTDATED,
        /** It is not true now; the same may be posted again when it is. */
        FORGET
    }

    Verdict of(Message message);
}
