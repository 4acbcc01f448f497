package health.consilium.signalling.session;

/** Why a connection was closed, on the wire (docs/protocol.md). */
public enum CloseCode {
    /** A newer connection carries the session. */
    REPLACED(1000),
    RESTART(1012),
    PROTOCOL(4400),
    REAUTHENTICATE(4401),
    REFUSED(4403),
    CONNECTED_ELSEWHERE(4409),
    ENDED(4410),
    TOO_FAST(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
