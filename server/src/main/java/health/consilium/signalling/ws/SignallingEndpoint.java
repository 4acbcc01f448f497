package health.consilium.signalling.ws;

import health.consilium.signalling.SignallingProperties;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Where the socket is, and small buffers: thousands of idle pages must not cost what a busy one does. */
@Configuration(proxyBeanMethods = false)
class SignallingEndpoint {
    private static final String PATH = "/ws/v1";
    private static final int BUFFER = 1024;
    private static final int TEXT = 512;
    /** Nobody sends binary messages; but Tomcat unmasks texts into this one, too: with one byte, it decodes byte by byte. */
    private static final int BINARY = 512;

    private static final String TOMCAT_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    @Bean
    static FilterRegistrationBean<SocketDoor> socketDoor(SignallingProperties settings, SignallingHandler handler) {
        ServerEndpointConfig endpoint = ServerEndpointConfig.Builder.create(SignallingSocket.class, PATH)
                .configurator(new Sockets(handler))
                .build();
        FilterRegistrationBean<SocketDoor> door = new FilterRegistrationBean<>(new SocketDoor(settings, endpoint));
        door.addUrlPatterns(PATH);
        // After what every answer says to browsers, before everything else.
        door.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return door;
    }

    /** Compression is not agreed to: it holds more memory for each socket than all else, for frames of a few hundred bytes. */
    private static final class Sockets extends ServerEndpointConfig.Configurator {
        private final SignallingHandler handler;

        Sockets(SignallingHandler handler) {
            this.handler = handler;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return endpoint.cast(new SignallingSocket(handler));
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }

    /** Tomcat reads its own buffers' size once, before the first socket; 8 KiB each would be most of what an idle page costs. */
    @Bean
    static WebServerFactoryCustomizer<ConfigurableWebServerFactory> smallSockets() {
        return server -> System.getProperties().putIfAbsent(TOMCAT_BUFFER, String.valueOf(BUFFER));
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketBuffers() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(TEXT);
        container.setMaxBinaryMessageBufferSize(BINARY);
        return container;
    }
}
