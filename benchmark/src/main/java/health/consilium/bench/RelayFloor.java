package health.consilium.bench;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * What a signalled call costs at least: a program of its own with the Tomcat and the tuning of our server and nothing else.
 * Two sockets at the same address are told so and from then on get what the other one says, part by part, unread.
 */
public final class RelayFloor {
    static final String BOTH_ARE_HERE = "rtc.peer";
    private static final String BUFFER = "2048";
    private static final int TEXT = 512;
    private static final int BINARY = 512;
    private static final String GREETING = "{\"type\":\"" + BOTH_ARE_HERE + "\",\"body\":{}}";

    private RelayFloor() {}

    /** Prints its port, then serves until it is killed. */
    public static void main(String[] arguments) throws LifecycleException, IOException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("floor").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("socket.appReadBufSize", BUFFER);
        tomcat.getConnector().setProperty("socket.appWriteBufSize", BUFFER);
        tomcat.getConnector().getProtocolHandler().setExecutor(new VirtualThreadExecutor("floor-"));
        Context context = tomcat.addContext("", null);
        // Tomcat asks its filters, of which the upgrade is one, only about what a servlet is there for.
        Tomcat.addServlet(context, "nothing", new HttpServlet() {});
        context.addServletMappingDecoded("/", "nothing");
        context.addServletContainerInitializer(new WsSci(), null);
        context.addServletContainerInitializer((ignored, servlets) -> listen(servlets), null);
        tomcat.start();
        System.out.println(tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    private static void listen(ServletContext servlets) {
        ServerContainer sockets = (ServerContainer) servlets.getAttribute("jakarta.websocket.server.ServerContainer");
        sockets.setDefaultMaxTextMessageBufferSize(TEXT);
        sockets.setDefaultMaxBinaryMessageBufferSize(BINARY);
        try {
            sockets.addEndpoint(ServerEndpointConfig.Builder.create(Pairing.class, "/relay/{pair}")
                    .build());
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for each socket. */
    public static final class Pairing extends Endpoint {
        private static final ConcurrentMap<String, Session> ALONE = new ConcurrentHashMap<>();

        @Override
        public void onOpen(Session socket, EndpointConfig ignored) {
            String pair = socket.getPathParameters().get("pair");
            Session other = ALONE.putIfAbsent(pair, socket);
            if (other != null) {
                ALONE.remove(pair);
                relay(socket, other);
                relay(other, socket);
                send(socket, GREETING, true);
                send(other, GREETING, true);
            }
        }

        private static void relay(Session from, Session to) {
            from.addMessageHandler(String.class, (MessageHandler.Partial<String>) (part, last) -> send(to, part, last));
        }

        private static void send(Session to, String part, boolean last) {
            try {
                to.getBasicRemote().sendText(part, last);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
