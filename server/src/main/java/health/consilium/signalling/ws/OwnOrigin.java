package health.consilium.signalling.ws;

import health.consilium.signalling.SignallingProperties;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** S1: only our own pages may open the socket. A browser always names the page's origin; nobody else has to be let in. */
@Component
class OwnOrigin implements HandshakeInterceptor {
    private final SignallingProperties settings;

    OwnOrigin(SignallingProperties settings) {
        this.settings = settings;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        String origin = request.getHeaders().getOrigin();
        if (origin != null
                && (isOwn(origin, request) || settings.allowedOrigins().contains(origin))) {
            return true;
        }
        response.setStatusCode(HttpStatus.FORBIDDEN);
        return false;
    }

    private static boolean isOwn(String origin, ServerHttpRequest request) {
        try {
            String host = request.getHeaders().getFirst("Host");
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing to do: the session begins with its first frame.
    }
}
