package health.consilium.relay.probe;

/**
 * What a relay said to one peer.
 *
 * @param code 0 when it was granted, else the error's number
 */
public record Seen(Peer peer, Family allocation, int code) {
    public boolean granted() {
        return code == 0;
    }

    /** The internet can be asked for in its own family only; what is forbidden must be so in both. */
    public boolean wrong() {
        return peer.refused() ? granted() : !granted() && peer.family() == allocation;
    }
}
