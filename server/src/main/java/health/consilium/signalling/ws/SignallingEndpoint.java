package health.consilium.signalling.ws;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Where the socket is, and small buffers: thousands of idle pages must not cost what a busy one does. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SignallingEndpoint implements WebSocketConfigurer {
    private static final int BUFFER = 2048;
    private static final String TOMCAT_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    private final SignallingHandler handler;
    private final OwnOrigin origin;

    SignallingEndpoint(SignallingHandler handler, OwnOrigin origin) {
        this.handler = handler;
        this.origin = origin;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/ws/v1").addInterceptors(origin).setAllowedOriginPatterns("*");
    }

    /** Tomcat reads its own buffers' size once, before the first socket; 8 KiB each would be most of what an idle page costs. */
    @Bean
    static WebServerFactoryCustomizer<ConfigurableWebServerFactory> smallSockets() {
        return server -> System.getProperties().putIfAbsent(TOMCAT_BUFFER, String.valueOf(BUFFER));
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketBuffers() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(BUFFER);
        container.setMaxBinaryMessageBufferSize(BUFFER);
        return container;
    }
}
