package health.consilium.audit;

/** What was done. Stable for ever, as entries are. Each has words in every language file (section audit). */
public enum Action {
    VIEWED,
    DOWNLOADED,
    EXPORTED,
    CREATED,
    CHANGED,
    CONFIRMED,
    SIGNED,
    SENT,
    CANCELLED,
    ENDED,
    DELETED,
    REQUESTED,
    REFUSED,
    CHECKED,
    RESTORED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT
}
