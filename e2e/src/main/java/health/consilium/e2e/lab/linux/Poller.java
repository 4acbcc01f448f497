package health.consilium.e2e.lab.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Waits until one of the interfaces has a packet, or until a time, with the precision of the kernel's timers. */
final class Poller {
    private static final long ENTRY = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_SHORT, ValueLayout.JAVA_SHORT)
            .byteSize();
    private static final short POLLIN = 1;
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final int count;
    private final MemorySegment entries;
    private final MemorySegment timeout;

    Poller(Arena arena, List<Tun> interfaces) {
        this.count = interfaces.size();
        this.entries = arena.allocate(Math.max(1, count) * ENTRY, Integer.BYTES);
        this.timeout = arena.allocate(2 * Long.BYTES, Long.BYTES);
        for (int n = 0; n < count; n++) {
            entries.set(ValueLayout.JAVA_INT, n * ENTRY, interfaces.get(n).descriptor());
            entries.set(ValueLayout.JAVA_SHORT, n * ENTRY + Integer.BYTES, POLLIN);
        }
    }

    void await(long nanos) {
        timeout.set(ValueLayout.JAVA_LONG, 0, nanos / NANOS_A_SECOND);
        timeout.set(ValueLayout.JAVA_LONG, Long.BYTES, nanos % NANOS_A_SECOND);
        SystemCalls.ppoll(entries, count, timeout);
    }

    boolean readable(int number) {
        return entries.get(ValueLayout.JAVA_SHORT, number * ENTRY + Integer.BYTES + Short.BYTES) != 0;
    }
}
