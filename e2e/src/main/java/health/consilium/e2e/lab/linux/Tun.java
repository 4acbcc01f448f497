package health.consilium.e2e.lab.linux;

import health.consilium.e2e.lab.model.Packet;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A network interface whose cable ends in this program (kernel documentation, networking/tuntap). */
public final class Tun implements AutoCloseable {
    public static final String DEVICE = "/dev/net/tun";
    private static final int READ_WRITE_NONBLOCK = 2 | 0x800;
    private static final long TUNSETIFF = 0x400454caL;
    private static final short IFF_TUN_NO_PI = 0x0001 | 0x1000;
    private static final int NAME_LENGTH = 16;
    private static final int REQUEST_LENGTH = 40;
    private static final int LONGEST_PACKET = 2048;

    private final int fd;
    private final byte[] buffer = new byte[LONGEST_PACKET];

    private Tun(int fd) {
        this.fd = fd;
    }

    /** Made in the namespace of the calling thread. */
    public static Tun create(String name) {
        int fd = SystemCalls.open(DEVICE, READ_WRITE_NONBLOCK);
        if (fd < 0) {
            throw new IllegalStateException("cannot open " + DEVICE);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(REQUEST_LENGTH, Long.BYTES);
            byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
            MemorySegment.copy(letters, 0, request, ValueLayout.JAVA_BYTE, 0, letters.length);
            request.set(ValueLayout.JAVA_SHORT, NAME_LENGTH, IFF_TUN_NO_PI);
            if (SystemCalls.ioctl(fd, TUNSETIFF, request) != 0) {
                SystemCalls.close(fd);
                throw new IllegalStateException("cannot make the interface " + name);
            }
        }
        return new Tun(fd);
    }

    int descriptor() {
        return fd;
    }

    /** The next packet the host sends; null when there is none at the moment. Called by one thread only. */
    @Nullable
    Packet read() {
        int length = SystemCalls.read(fd, buffer);
        return length <= 0 ? null : new Packet(Arrays.copyOf(buffer, length));
    }

    /** A packet for the host. One that it cannot take is lost, as on a wire. */
    public void write(Packet packet) {
        SystemCalls.write(fd, packet.bytes());
    }

    @Override
    public void close() {
        SystemCalls.close(fd);
    }
}
