package health.consilium.signalling.ws;

import java.util.concurrent.Executor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tomcat starts a thread for each message that has been written, only to say so. {@link Connection} may be told
 * at once, by whoever wrote. All other work of Tomcat gets its threads as before; so does this, should Tomcat ever call it
 * by another name.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ResultsAtOnce implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers(handler -> {
            Executor threads = handler.getExecutor();
            if (threads != null) {
                handler.setExecutor(new AtOnce(threads));
            }
        });
    }

    /** Whoever is told may write again, and is told of that from within: so deep and no deeper. */
    record AtOnce(Executor threads) implements Executor {
        static final String RESULT = "org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer$OnResultRunnable";
        static final int DEEPEST = 16;
        private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

        @Override
        public void execute(Runnable work) {
            if (!work.getClass().getName().equals(RESULT)) {
                threads.execute(work);
                return;
            }
            int[] depth = DEPTH.get();
            if (depth[0] == DEEPEST) {
                threads.execute(work);
                return;
            }
            depth[0]++;
            try {
                work.run();
            } finally {
                depth[0]--;
            }
        }
    }
}
