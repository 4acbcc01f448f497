package health.consilium.notification.outbox;

/**
 * Messages of one lane wait for each other; those of another do not. So a slow mail server holds up no text message, and old
 * receipts no reminder.
 */
public enum Lane {
    URGENT_MAIL,
    MAIL,
    LIST,
    PUSH,
    SMS;

    /** How many are under way at the same time. */
    static final int AT_ONCE = 4;

    static Lane of(Channel channel, Kind kind) {
        return switch (channel) {
            case MAIL -> kind.urgent() ? URGENT_MAIL : MAIL;
            case APP -> LIST;
            case PUSH -> PUSH;
            case SMS -> SMS;
        };
    }
}
