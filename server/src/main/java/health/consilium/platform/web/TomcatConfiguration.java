package health.consilium.platform.web;

import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link RefusalValve} in the place of whatever would else write Tomcat's own pages of errors. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.LOWEST_PRECEDENCE)
class TomcatConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final SecurityHeaders headers;
    private final JsonMapper json;

    TomcatConfiguration(SecurityHeaders headers, JsonMapper json) {
        this.headers = headers;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            Pipeline pipeline = host.getPipeline();
            for (Valve valve : pipeline.getValves()) {
                if (valve instanceof ErrorReportValve) {
                    pipeline.removeValve(valve);
                }
            }
            pipeline.addValve(new RefusalValve(headers, json));
            // Otherwise the host would add one more of Tomcat's.
            host.setErrorReportValveClass(RefusalValve.class.getName());
        });
    }
}
