package health.consilium.identity.oidc;

import health.consilium.identity.SignIns.Started;
import health.consilium.identity.web.SessionStart;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The way to the provider and back: authorization code with PKCE, state and nonce, all checked by Spring Security. It ends with
 * a session of ours like any other; nothing of the provider's is kept.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("consilium.oidc.issuer")
class OidcConfiguration {
    @Bean
    @Order(1)
    SecurityFilterChain oidc(HttpSecurity http, LazyClient clients, OidcAccounts accounts, SessionStart sessions)
            throws Exception {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oidc/start");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return http.securityMatcher("/oidc/**")
                .addFilterBefore(new ProviderAway(clients), OAuth2AuthorizationRequestRedirectFilter.class)
                .oauth2Login(login -> login.clientRegistrationRepository(clients)
                        .loginPage("/")
                        .authorizedClientRepository(new ForgottenTokens())
                        .authorizationEndpoint(way -> way.authorizationRequestResolver(resolver)
                                .authorizationRequestRepository(new AskedRequests()))
                        .redirectionEndpoint(back -> back.baseUri("/oidc/back/*"))
                        .successHandler((request, response, who) -> enter(accounts, sessions, request, response, who))
                        .failureHandler((request, response, why) -> refuse(response, ErrorCode.OIDC_FAILED)))
                .authorizeHttpRequests(routes -> routes.anyRequest().denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(
                        (request, response, why) -> refuse(response, ErrorCode.OIDC_FAILED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void enter(
            OidcAccounts accounts,
            SessionStart sessions,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who)
            throws IOException {
        SecurityContextHolder.clearContext();
        try {
            if (who.getPrincipal() instanceof OidcUser person) {
                Started started = accounts.signIn(person);
                sessions.begin(started, request, response);
                response.sendRedirect("/");
            } else {
                refuse(response, ErrorCode.OIDC_FAILED);
            }
        } catch (Problem refused) {
            refuse(response, refused.code());
        }
    }

    /** The page says it in the reader's words. */
    private static void refuse(HttpServletResponse response, ErrorCode code) throws IOException {
        response.sendRedirect("/?refused=" + code);
    }
}
