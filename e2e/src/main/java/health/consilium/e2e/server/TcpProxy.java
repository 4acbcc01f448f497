package health.consilium.e2e.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between a browser and the server, which can swallow everything for a while without closing anything. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket door;
    private final Connector target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean cut;

    /** Reaches the other side. */
    public interface Connector {
        Socket connect() throws IOException;
    }

    public TcpProxy(int port) {
        this(() -> new Socket(InetAddress.getLoopbackAddress(), port));
    }

    public TcpProxy(Connector target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** Nothing gets through in either direction; what is under way waits, as it does in a tunnel. */
    public void cut() {
        set(true);
    }

    public void mend() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            cut = value;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> serve(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket near) {
        awaitMended();
        try {
            Socket far = target.connect();
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            open.add(near);
            open.add(far);
            Thread.ofVirtual().start(() -> pump(near, far));
            pump(far, near);
        } catch (IOException unreachable) {
            shut(near);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitMended();
                out.write(buffer, 0, n);
            }
        } catch (IOException broken) {
            // One side went away; the other is told by closing it.
        } finally {
            shut(from);
            shut(to);
        }
    }

    private void awaitMended() {
        lock.lock();
        try {
            while (cut) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void shut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing more to close.
        }
    }

    @Override
    public void close() {
        mend();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set.copyOf(open).forEach(this::shut);
    }
}
