package health.consilium.kernel;

/** Whose turn it is when something is refused. Stands in every error answer beside the code. */
public enum ErrorCategory {
    /** The request itself is wrong; sending it again unchanged cannot succeed. */
    CALLER,
    /** The request is right, the moment is not. */
    STATE,
    /** Too much at once; waiting helps. */
    CAPACITY,
    /** A system we depend on did not do its part. */
    PROVIDER,
    /** Our own fault. */
    INTERNAL
}
