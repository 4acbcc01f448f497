package health.consilium.relay.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;

/** One allocation at most. Every question is answered by 0 when it was granted, else by the error's number. */
public final class TurnClient implements AutoCloseable {
    private static final int UDP = 17 << 24;

    private final Wire wire;
    private final String username;
    private final String password;
    private byte[] realm = {};
    private byte[] nonce = {};
    private int lifetime;
    private boolean allocated;

    /** @throws IOException when there is no way to it */
    public TurnClient(TurnUrl url, String username, String password) throws IOException {
        this(url, username, password, Trust.AS_BROWSERS);
    }

    TurnClient(TurnUrl url, String username, String password, Trust trust) throws IOException {
        this.wire = Wire.to(url, trust);
        this.username = username;
        this.password = password;
    }

    public int allocate(Family family) throws IOException {
        // The first answer only brings realm and nonce.
        StunRequest first = new StunRequest(Stun.ALLOCATE).with(Stun.REQUESTED_TRANSPORT, UDP);
        learn(StunAnswer.read(wire.ask(first.bytes())));
        int code = ask(() -> {
            StunRequest request = new StunRequest(Stun.ALLOCATE).with(Stun.REQUESTED_TRANSPORT, UDP);
            return family == Family.IPV4 ? request : request.with(Stun.REQUESTED_ADDRESS_FAMILY, 2 << 24);
        });
        allocated = code == 0;
        return code;
    }

    /** Asks to keep the allocation that long; {@link #lifetime()} then says how long it is kept. */
    public int refresh(Duration wanted) throws IOException {
        return ask(() -> new StunRequest(Stun.REFRESH).with(Stun.LIFETIME, (int) wanted.toSeconds()));
    }

    /** Asks to send to that address, an IPv4 or IPv6 literal. */
    public int permit(String peer) throws IOException {
        byte[] address = InetAddress.ofLiteral(peer).getAddress();
        byte[] onTheWire = peer.contains(":") && address.length == 4 ? mapped(address) : address;
        return ask(() -> new StunRequest(Stun.CREATE_PERMISSION).withPeer(onTheWire));
    }

    /** How long the relay last said that it keeps the allocation. */
    public Duration lifetime() {
        return Duration.ofSeconds(lifetime);
    }

    /** Java turns ::ffff:a.b.c.d into a.b.c.d; on the wire it must stay what it is. */
    private static byte[] mapped(byte[] v4) {
        return ByteBuffer.allocate(16)
                .position(10)
                .put((byte) 0xff)
                .put((byte) 0xff)
                .put(v4)
                .array();
    }

    private interface Question {
        StunRequest fresh();
    }

    private int ask(Question question) throws IOException {
        int code = once(question.fresh());
        return code == Stun.STALE_NONCE ? once(question.fresh()) : code;
    }

    private int once(StunRequest request) throws IOException {
        byte[] message = request.with(Stun.USERNAME, username.getBytes(StandardCharsets.UTF_8))
                .with(Stun.REALM, realm)
                .with(Stun.NONCE, nonce)
                .signed(key());
        StunAnswer answer = StunAnswer.read(wire.ask(message));
        learn(answer);
        return answer.code();
    }

    private void learn(StunAnswer answer) {
        realm = answer.attribute(Stun.REALM).orElse(realm);
        nonce = answer.attribute(Stun.NONCE).orElse(nonce);
        lifetime = answer.attribute(Stun.LIFETIME)
                .map(value -> ByteBuffer.wrap(value).getInt())
                .orElse(lifetime);
    }

    /** RFC 8489 §9.2.2: the long-term key. */
    private byte[] key() {
        String text = username + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + password;
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the allocation back, too: it would count for ten more minutes. */
    @Override
    public void close() throws IOException {
        try (wire) {
            if (allocated) {
                refresh(Duration.ZERO);
            }
        }
    }
}
