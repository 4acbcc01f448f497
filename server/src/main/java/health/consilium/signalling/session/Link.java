package health.consilium.signalling.session;

/** One connection as a session sees it. Neither method blocks. */
public interface Link {
    void send(String text);

    /** Sends what was queued, then closes. */
    void close(CloseCode code);
}
