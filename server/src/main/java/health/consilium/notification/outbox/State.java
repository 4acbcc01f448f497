package health.consilium.notification.outbox;

/** How a message stands. */
public enum State {
    QUEUED,
    SENDING,
    /** The last attempt failed; there will be another. */
    FAILED,
    SENT,
    /** There will be none. */
    GIVEN_UP
}
