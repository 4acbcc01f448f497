package health.consilium.recording.domain;

/** How a recording stands. */
public enum Phase {
    /** The doctor has asked; it has not begun. */
    ASKED,
    RECORDING,
    /** It has begun, but somebody present has not agreed, or nobody is there to talk to. */
    PAUSED,
    STOPPED,
    /** Stopped, and what it held cannot be read any more. */
    DELETED;

    public boolean over() {
        return this == STOPPED || this == DELETED;
    }
}
