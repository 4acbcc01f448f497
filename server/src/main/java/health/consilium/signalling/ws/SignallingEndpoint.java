package health.consilium.signalling.ws;

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

    @Bean
    static ServletServerContainerFactoryBean webSocketBuffers() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(2048);
        container.setMaxBinaryMessageBufferSize(2048);
        return container;
    }
}
