package health.consilium.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The bare-bones page that our own call is measured against, with a relay that passes each message to everybody else. */
public final class Floor implements AutoCloseable {
    private final String host;
    private final HttpServer pages;
    private final Relay relay;

    Floor() {
        this("localhost", InetAddress.getLoopbackAddress().getHostAddress());
    }

    /** @param host as browsers know it; @param address to listen on, of the network that the calling thread lives in */
    public Floor(String host, String address) {
        this.host = host;
        this.relay = new Relay(address);
        try {
            pages = HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pages.createContext("/", exchange -> {
            boolean script = exchange.getRequestURI().getPath().endsWith(".js");
            byte[] body = resource(script ? "floor/floor.js" : "floor/index.html");
            exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        pages.start();
        relay.start();
    }

    /** @param caller the one who clicks; @param now whether to call as soon as the page is there */
    String page(boolean caller, boolean now) {
        return page(caller, now ? "now" : "");
    }

    /** @param wishes further parameters of the page, see floor.js */
    public String page(boolean caller, String wishes) {
        return address() + "/?relay=" + relay.getPort() + "&" + wishes + (caller ? "#caller" : "");
    }

    public URI address() {
        return URI.create("http://" + host + ":" + pages.getAddress().getPort());
    }

    /** The ports of pages and messages. */
    public Set<Integer> ports() {
        return Set.of(pages.getAddress().getPort(), relay.getPort());
    }

    public static byte[] resource(String name) throws IOException {
        try (InputStream in = Floor.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        pages.stop(0);
        try {
            relay.stop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Relay extends WebSocketServer {
        Relay(String address) {
            super(new InetSocketAddress(address, 0));
            setReuseAddr(true);
            setTcpNoDelay(true);
            setDaemon(true);
        }

        @Override
        public void onMessage(WebSocket from, String message) {
            getConnections().stream().filter(other -> other != from).forEach(other -> other.send(message));
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            // Everybody hears everybody: nothing to note down.
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            // Gone.
        }

        @Override
        public void onError(WebSocket socket, Exception broken) {
            System.err.println("floor relay: " + broken);
        }

        @Override
        public void onStart() {
            // The port is known from now on.
        }
    }
}
