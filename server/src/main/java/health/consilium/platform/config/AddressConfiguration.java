package health.consilium.platform.config;

import health.consilium.kernel.PublicAddress;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AddressConfiguration {
    /** Without the setting: this computer, which is right where somebody tries Consilium out. */
    @Bean
    PublicAddress publicAddress(
            ConsiliumProperties settings, TlsProperties tls, @Value("${server.port:8080}") int port) {
        if (settings.publicUrl() != null) {
            return new PublicAddress(URI.create(settings.publicUrl()));
        }
        return new PublicAddress(URI.create((tls.certificate() == null ? "http" : "https") + "://localhost:" + port));
    }
}
