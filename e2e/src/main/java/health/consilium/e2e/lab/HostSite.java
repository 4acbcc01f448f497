package health.consilium.e2e.lab;

import health.consilium.e2e.server.Site;
import health.consilium.e2e.server.TcpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a host of the lab; the test reaches its ports through doors on this computer's own loopback. */
final class HostSite implements Site, AutoCloseable {
    private final Host host;
    private final Map<Integer, TcpProxy> doors = new ConcurrentHashMap<>();

    HostSite(Host host) {
        this.host = host;
    }

    @Override
    public List<String> command(List<String> program) {
        return host.command(program);
    }

    @Override
    public URI address(int port) {
        return URI.create("http://" + host.address() + ":" + port);
    }

    @Override
    public int door(int port) {
        return doors.computeIfAbsent(port, inside -> new TcpProxy(() -> connect(inside)))
                .address()
                .getPort();
    }

    /** A door whose number is also that of the port it leads to, for a program that says itself where it can be reached. */
    int sameDoor() {
        AtomicInteger number = new AtomicInteger();
        TcpProxy door = new TcpProxy(() -> connect(number.get()));
        number.set(door.address().getPort());
        doors.put(number.get(), door);
        return number.get();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "consilium.relay.host", host.address(),
                "consilium.relay.listen-addresses", host.address(),
                "consilium.relay.allowed-peers", LabNetwork.RANGE);
    }

    private Socket connect(int port) throws IOException {
        try {
            return host.inside(() -> new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IllegalStateException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        doors.values().forEach(TcpProxy::close);
    }
}
