package health.consilium.kernel;

/**
 * Every refusal the server can speak. A code is stable for ever: clients branch on it, {@code docs/errors.md} explains
 * it, and each language file of the web app holds its words (a test holds all three together).
 */
public enum ErrorCode {
    // the request
    INVALID_REQUEST(ErrorCategory.CALLER, 400),
    NOT_FOUND(ErrorCategory.CALLER, 404),
    METHOD_NOT_ALLOWED(ErrorCategory.CALLER, 405),
    UNSUPPORTED_MEDIA_TYPE(ErrorCategory.CALLER, 415),
    PAYLOAD_TOO_LARGE(ErrorCategory.CALLER, 413),
    // who is asking
    NOT_SIGNED_IN(ErrorCategory.CALLER, 401),
    WRONG_CREDENTIALS(ErrorCategory.CALLER, 401),
    FORBIDDEN(ErrorCategory.CALLER, 403),
    CSRF_REFUSED(ErrorCategory.CALLER, 403),
    TICKET_REFUSED(ErrorCategory.CALLER, 401),
    ORIGIN_REFUSED(ErrorCategory.CALLER, 403),
    LINK_OVER(ErrorCategory.STATE, 410),
    NOT_CONFIRMED(ErrorCategory.CALLER, 403),
    LINK_TOO_NARROW(ErrorCategory.STATE, 403),
    OIDC_FAILED(ErrorCategory.PROVIDER, 503),
    OIDC_NO_ROLE(ErrorCategory.CALLER, 403),
    OIDC_MAIL_NOT_VERIFIED(ErrorCategory.CALLER, 403),
    OIDC_DISABLED(ErrorCategory.STATE, 403),
    WRONG_CODE(ErrorCategory.CALLER, 403),
    SECOND_FACTOR_NEEDED(ErrorCategory.STATE, 403),
    SECOND_FACTOR_THERE(ErrorCategory.STATE, 409),
    PASSKEY_LATE(ErrorCategory.STATE, 410),
    PASSKEY_UNKNOWN(ErrorCategory.STATE, 403),
    PASSKEY_NOT_VERIFIED(ErrorCategory.CALLER, 403),
    PASSKEY_REFUSED(ErrorCategory.CALLER, 403),
    PASSWORD_REFUSED(ErrorCategory.CALLER, 422),
    ACCOUNT_DISABLED(ErrorCategory.STATE, 409),
    EMAIL_TAKEN(ErrorCategory.STATE, 409),
    LAST_ADMINISTRATOR(ErrorCategory.STATE, 409),
    TOO_MANY_ATTEMPTS(ErrorCategory.CAPACITY, 429),
    TOO_FAST(ErrorCategory.CAPACITY, 429),
    // entering and holding a consultation
    NOT_A_PARTICIPANT(ErrorCategory.CALLER, 403),
    NOT_PAID(ErrorCategory.STATE, 403),
    CONSENT_NEEDED(ErrorCategory.STATE, 403),
    CONSENT_OUTDATED(ErrorCategory.STATE, 409),
    VISIT_NEEDED(ErrorCategory.STATE, 403),
    TOO_EARLY(ErrorCategory.STATE, 403),
    TOO_LATE(ErrorCategory.STATE, 403),
    APPOINTMENT_CANCELLED(ErrorCategory.STATE, 403),
    CONSULTATION_ENDED(ErrorCategory.STATE, 403),
    ALREADY_IN_CALL(ErrorCategory.STATE, 409),
    NOT_IN_CALL(ErrorCategory.STATE, 409),
    NOT_RINGING(ErrorCategory.STATE, 409),
    EXTENSION_NOT_POSSIBLE(ErrorCategory.STATE, 409),
    SLOT_TAKEN(ErrorCategory.STATE, 409),
    PATIENT_BUSY(ErrorCategory.STATE, 409),
    TOO_MANY_HOLDS(ErrorCategory.STATE, 409),
    CHANGE_TOO_LATE(ErrorCategory.STATE, 409),
    HOURS_REFUSED(ErrorCategory.CALLER, 422),
    ALREADY_PAID(ErrorCategory.STATE, 409),
    // paying
    CHECKOUT_UNAVAILABLE(ErrorCategory.STATE, 409),
    PAYMENT_PENDING(ErrorCategory.STATE, 409),
    PAYMENT_UNAVAILABLE(ErrorCategory.PROVIDER, 503),
    NO_REFUND_DUE(ErrorCategory.STATE, 409),
    REFUND_UNDERWAY(ErrorCategory.STATE, 409),
    SIGNATURE_REFUSED(ErrorCategory.CALLER, 401),
    // signalling
    UNSUPPORTED(ErrorCategory.CALLER, 400),
    STALE_GENERATION(ErrorCategory.STATE, 409),
    // recording
    RECORDING_UNAVAILABLE(ErrorCategory.STATE, 409),
    NOT_RECORDER(ErrorCategory.STATE, 409),
    SEGMENT_DIFFERS(ErrorCategory.STATE, 409),
    SEGMENT_NOT_COVERED(ErrorCategory.STATE, 409),
    SEGMENT_AHEAD(ErrorCategory.CAPACITY, 425),
    SEGMENT_DAMAGED(ErrorCategory.CALLER, 422),
    STORAGE_FULL(ErrorCategory.CAPACITY, 507),
    STORAGE_AWAY(ErrorCategory.CAPACITY, 503),
    // prescribing
    PRESCRIBING_CLOSED(ErrorCategory.STATE, 409),
    PRESCRIPTION_INCOMPLETE(ErrorCategory.STATE, 409),
    PRESCRIPTION_WITHDRAWN(ErrorCategory.STATE, 409),
    LICENCE_MISSING(ErrorCategory.STATE, 409),
    DRAFT_CHANGED(ErrorCategory.STATE, 409),
    RATING_CLOSED(ErrorCategory.STATE, 409),
    // notifications
    PUSH_SERVICE_REFUSED(ErrorCategory.CALLER, 422),
    MESSAGE_UNDER_WAY(ErrorCategory.STATE, 409),
    WEBHOOK_URL_REFUSED(ErrorCategory.CALLER, 422),
    // the rest
    PROVIDER_UNAVAILABLE(ErrorCategory.PROVIDER, 503),
    NOT_READY(ErrorCategory.CAPACITY, 503),
    INTERNAL(ErrorCategory.INTERNAL, 500);

    private final ErrorCategory category;
    private final int httpStatus;

    ErrorCode(ErrorCategory category, int httpStatus) {
        this.category = category;
        this.httpStatus = httpStatus;
    }

    public ErrorCategory category() {
        return category;
    }

    /** The HTTP status that carries this code. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the very same request may succeed later. */
    public boolean retryable() {
        return category == ErrorCategory.CAPACITY || category == ErrorCategory.PROVIDER;
    }
}
