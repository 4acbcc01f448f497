package health.consilium.recording.domain;

/** Why a recording pauses or has stopped. */
public enum Reason {
    /** Somebody present has not agreed yet. */
    JOINED,
    /** Fewer than two people are there. */
    LEFT,
    /** Nobody's browser who is there can record. */
    NO_RECORDER,
    WITHDRAWN,
    DECLINED,
    /** By the doctor. */
    STOPPED,
    STORAGE_FULL,
    /** What should keep it has not answered for too long. */
    STORAGE_AWAY,
    /** The service that should record did not begin, or broke off. */
    SERVICE_FAILED,
    /** The consultation is over. */
    ENDED
}
