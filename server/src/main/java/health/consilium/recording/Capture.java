package health.consilium.recording;

/** Who records. */
public enum Capture {
    /** A page of those who are there. */
    PAGE,
    /** The service that carries the call, where it can. */
    PROVIDER
}
