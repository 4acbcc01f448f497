package health.consilium.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The bare-bones page that our own call is measured against, with a relay that passes each message to everybody else. */
final class Floor implements AutoCloseable {
    private final HttpServer pages;
    private final Relay relay = new Relay();

    Floor() {
        try {
            pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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
        return "http://localhost:" + pages.getAddress().getPort() + "/?relay=" + relay.getPort() + (now ? "&now" : "")
                + (caller ? "#caller" : "");
    }

    static byte[] resource(String name) throws IOException {
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
        Relay() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
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
