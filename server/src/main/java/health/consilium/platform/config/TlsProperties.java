package health.consilium.platform.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * TLS. Without it production needs a proxy in front that speaks TLS.
 *
 * @param certificate PEM file with the certificate and its chain
 * @param privateKey PEM file with the private key, PKCS #8
 * @param trustedProxy true when a proxy in front speaks TLS and sets the X-Forwarded headers
 */
@ConfigurationProperties("consilium.tls")
public record TlsProperties(
        @Nullable Path certificate, @Nullable Path privateKey, boolean trustedProxy) {}
