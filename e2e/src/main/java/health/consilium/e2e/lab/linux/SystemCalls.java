package health.consilium.e2e.lab.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The few calls of Linux that the JDK does not offer; each returns what the man page says, −1 for failure. */
final class SystemCalls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN =
            handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle IOCTL = handle(
            "ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
    // Neither of the two blocks on a descriptor opened with O_NONBLOCK, so both may touch a Java array directly.
    private static final MethodHandle READ = handle(
            "read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), Linker.Option.critical(true));
    private static final MethodHandle WRITE = handle(
            "write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), Linker.Option.critical(true));
    private static final MethodHandle PPOLL =
            handle("ppoll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SETNS = handle("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SETPRIORITY =
            handle("setpriority", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

    private SystemCalls() {}

    static int open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) OPEN.invokeExact(arena.allocateFrom(path), flags);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int ioctl(int fd, long request, MemorySegment argument) {
        try {
            return (int) IOCTL.invokeExact(fd, request, argument);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int read(int fd, byte[] into) {
        try {
            return (int) (long) READ.invokeExact(fd, MemorySegment.ofArray(into), (long) into.length);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int write(int fd, byte[] bytes) {
        try {
            return (int) (long) WRITE.invokeExact(fd, MemorySegment.ofArray(bytes), (long) bytes.length);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Like poll, with nanoseconds. */
    static int ppoll(MemorySegment descriptors, int count, MemorySegment timeout) {
        try {
            return (int) PPOLL.invokeExact(descriptors, (long) count, timeout, MemorySegment.NULL);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int close(int fd) {
        try {
            return (int) CLOSE.invokeExact(fd);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Moves the calling thread, and every thread it starts from then on. */
    static int setns(int fd, int kind) {
        try {
            return (int) SETNS.invokeExact(fd, kind);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the calling thread. */
    static int setpriority(int nice) {
        try {
            return (int) SETPRIORITY.invokeExact(0, 0, nice);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MethodHandle handle(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }
}
