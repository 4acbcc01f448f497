package health.consilium.signalling.frame;

/** A frame that does not follow the protocol. The message says what is wrong with it, and nothing of what was in it. */
public final class MalformedFrame extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedFrame(String message) {
        super(message, null, false, false);
    }
}
