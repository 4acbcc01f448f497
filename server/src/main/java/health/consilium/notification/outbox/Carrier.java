package health.consilium.notification.outbox;

/** Carries messages by one way. */
public interface Carrier {
    Channel channel();

    /** Takes as long as it takes, on a thread of its own, in no transaction. An exception counts as {@link Problem#INTERNAL}. */
    Outcome carry(Message message);

    /** What became of an attempt. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** Trying again may help. */
        record Again(Problem why) implements Outcome {}

        /** It does not. */
        record Never(Problem why) implements Outcome {}
    }
}
