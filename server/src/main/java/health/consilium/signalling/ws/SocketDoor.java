package health.consilium.signalling.ws;

import health.consilium.signalling.SignallingProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * S1: only our own pages may open the socket. A browser always names the page's origin; nobody else has to be let in. Stands
 * before the filters of the HTTP part: a sign-in is not looked at here, the ticket in the first frame is what counts.
 */
final class SocketDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient SignallingProperties settings;
    private final transient ServerEndpointConfig endpoint;

    SocketDoor(SignallingProperties settings, ServerEndpointConfig endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.setStatus(HttpServletResponse.SC_UPGRADE_REQUIRED);
        } else if (!mayEnter(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            upgrade(request, response);
        }
    }

    private boolean mayEnter(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null
                && (isOwn(origin, request.getHeader("Host"))
                        || settings.allowedOrigins().contains(origin));
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ServerContainer container =
                (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            container.upgradeHttpToWebSocket(new Forgetful(request), response, endpoint, Map.of());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    /** The container copies every header it is shown and keeps the copy for as long as the socket is open. */
    private static final class Forgetful extends HttpServletRequestWrapper {
        Forgetful(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.emptyEnumeration();
        }
    }
}
