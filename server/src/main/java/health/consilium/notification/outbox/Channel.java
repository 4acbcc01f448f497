package health.consilium.notification.outbox;

/** A way to tell somebody. */
public enum Channel {
    MAIL,
    /** The list in the app. It is there as soon as it is written. */
    APP,
    /** The browsers that somebody chose to be told by when no page is open. */
    PUSH,
    SMS
}
