package health.consilium.recording;

/** What becomes of what was recorded before somebody took their consent back. */
public enum OnWithdrawal {
    KEEP,
    DELETE
}
