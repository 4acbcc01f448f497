package health.consilium.conferencing.jitsi.token;

/** Why Jitsi turns a token away. */
public enum Refusal {
    /** Not three parts, or one of them is neither base64 nor an object. */
    FORM,
    TYP,
    ALG,
    KID_MISSING,
    /** Another key, or one of another tenant of JaaS. */
    KID_MISMATCH,
    SIGNATURE,
    EXP_MISSING,
    EXP_NO_NUMBER,
    EXPIRED,
    NBF_NO_NUMBER,
    NOT_YET,
    ISS_MISSING,
    ISS,
    AUD_MISSING,
    AUD,
    SUB_MISSING,
    SUB,
    ROOM_MISSING,
    ROOM,
    /** Its room is a pattern, which opens others, too. */
    ROOM_PATTERN,
    CONTEXT_MISSING,
    /** JaaS: without them nobody may do anything. */
    FEATURES_MISSING,
    FEATURE_UNKNOWN,
    FEATURE_VALUE,
    /** JaaS: it is neither "true" nor "false". */
    MODERATOR_VALUE
}
