package health.consilium.recording.domain;

/** What somebody said to being recorded. */
public enum Answer {
    PENDING,
    AGREED,
    DECLINED,
    /** No after yes. */
    WITHDRAWN
}
