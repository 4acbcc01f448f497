package health.consilium.recording;

/** Where recordings are kept, as people read before they agree. */
public enum Place {
    /** On a disk of the clinic's own server. */
    SERVER,
    /** In an object store that the clinic has chosen. */
    BUCKET
}
