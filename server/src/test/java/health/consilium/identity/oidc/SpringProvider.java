package health.consilium.identity.oidc;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.DispatcherServlet;

/** Spring Authorization Server on a port of its own: a hospital's sign-in with its own page, people, roles and keys. */
final class SpringProvider implements AutoCloseable {
    static final String CLIENT = "consilium";
    static final String SECRET = "what the hospital gave us: +/%";
    static final String PASSWORD = "their password there";

    private final AtomicReference<JWKSet> keys = new AtomicReference<>(fresh());
    private final Map<String, List<String>> roles;
    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();

    /** @param roles of each person, by the name that they sign in with there */
    SpringProvider(Map<String, List<String>> roles) {
        this.roles = roles;
        context.registerBean(SpringProvider.class, () -> this);
        context.register(Beans.class);
        context.refresh();
    }

    String issuer() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** As a careful provider does from time to time. */
    void changesItsKeys() {
        keys.set(fresh());
    }

    @Override
    public void close() {
        context.close();
    }

    private static JWKSet fresh() {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new JWKSet(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Not a configuration by name, so that the program under test does not find it. */
    @EnableWebSecurity
    static class Beans {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        /** Filters answer everything, but only where there is something behind them. */
        @Bean
        DispatcherServlet nothing() {
            return new DispatcherServlet();
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(withDefaults());
            });
            return http.oauth2ResourceServer(resource -> resource.jwt(withDefaults()))
                    .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                    .exceptionHandling(
                            refusal -> refusal.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain page(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                    .formLogin(withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people(SpringProvider provider) {
            return new InMemoryUserDetailsManager(provider.roles.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .roles("STAFF")
                            .build())
                    .toList());
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("one")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    // On the loopback any port will do (RFC 8252, 7.3).
                    .redirectUri("http://127.0.0.1/oidc/back/clinic")
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys(SpringProvider provider) {
            return (selector, ignored) -> selector.select(provider.keys.get());
        }

        @Bean
        JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(SpringProvider provider) {
            return token -> {
                if (token.getTokenType().getValue().equals("id_token")) {
                    Authentication who = token.getPrincipal();
                    String name = Objects.requireNonNull(who).getName();
                    token.getClaims()
                            .claim("name", "Dr " + name)
                            .claim("email", name + "@hospital.example")
                            .claim("email_verified", true)
                            .claim("realm_access", Map.of("roles", provider.roles.getOrDefault(name, List.of())));
                }
            };
        }
    }
}
