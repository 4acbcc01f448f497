package health.consilium.recording.domain;

/** Why a recording pauses or has stopped. */
public enum Reason {
    /** Somebody present has not agreed yet. */
    JOINED,
    /** Fewer than two people are there. */
    LEFT,
    WITHDRAWN,
    DECLINED,
    /** By the doctor. */
    STOPPED,
    STORAGE_FULL,
    /** The consultation is over. */
    ENDED
}
