package health.consilium.relay.probe;

/** Numbers of RFC 8489 and RFC 8656. */
final class Stun {
    static final int MAGIC = 0x2112A442;
    static final int HEADER = 20;
    static final int ID = 12;

    static final int ALLOCATE = 0x003;
    static final int REFRESH = 0x004;
    static final int CREATE_PERMISSION = 0x008;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int LIFETIME = 0x000D;
    static final int XOR_PEER_ADDRESS = 0x0012;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
    static final int REQUESTED_TRANSPORT = 0x0019;

    static final int STALE_NONCE = 438;

    private Stun() {}
}
