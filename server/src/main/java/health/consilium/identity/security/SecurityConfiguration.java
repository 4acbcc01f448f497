package health.consilium.identity.security;

import health.consilium.identity.IdentityProperties;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.spi.LinkReach;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Nothing is reachable without a rule that allows it. Whose appointment it is, each module asks by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SecurityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new FewAtOnce(
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SignInService signIns,
            IdentityProperties settings,
            RefusalWriter refusals,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
            ObjectProvider<LinkReach> reaches,
            @Value("${consilium.signalling.allowed-origins:}") List<String> origins)
            throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
        return http.csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(tokens)
                        // Here every request authenticates; a new token with each would refuse what a page asks at
                        // once.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        // Nobody's browser adds a bearer header by itself.
                        .ignoringRequestMatchers(
                                request -> LoginFilter.bearer(request).isPresent())
                        // A program signs in here: no cookie is read or set.
                        .ignoringRequestMatchers("/api/v1/auth/token")
                        // Payment systems sign what they tell.
                        .ignoringRequestMatchers("/api/v1/payment/stripe/webhook", "/api/v1/payment/hook")
                        // Providers of calls sign, or say a secret.
                        .ignoringRequestMatchers(
                                "/api/v1/conferencing/daily/webhook",
                                "/api/v1/conferencing/jitsi/**",
                                "/api/v1/conferencing/jaas/webhook")
                        // A browser reports by itself and knows no token of the page's.
                        .ignoringRequestMatchers("/api/v1/browser-reports"))
                .addFilterBefore(new OwnOriginFilter(origins, resolver), CsrfFilter.class)
                .addFilterBefore(new LoginFilter(signIns), AnonymousAuthenticationFilter.class)
                .addFilterAfter(
                        new LinkReachFilter(reaches.orderedStream().toList(), resolver),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(routes -> rules(routes, new Scraper(settings.metricsToken())))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes,
            Scraper scraper) {
        routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(
                        HttpMethod.GET, "/api/v1/app", "/api/v1/auth/demo-accounts", "/api/v1/care/help-numbers")
                .permitAll()
                // Exists in a demo only, where anybody may be each of its people.
                .requestMatchers(HttpMethod.GET, "/api/v1/demo/mailbox", "/api/v1/demo/mailbox/**")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/auth/login", "/api/v1/auth/token", "/api/v1/auth/demo-login")
                .permitAll()
                // The token in the body is what proves somebody.
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/auth/links/*",
                        "/api/v1/auth/password/forgot",
                        "/api/v1/auth/password/set",
                        "/api/v1/auth/setup",
                        // Who is half signed in shows the half by the cookie.
                        "/api/v1/auth/second-factor",
                        "/api/v1/auth/second-factor/enrolment",
                        "/api/v1/auth/second-factor/enrolment/confirm",
                        "/api/v1/auth/second-factor/passkey/options",
                        "/api/v1/auth/second-factor/passkey",
                        "/api/v1/auth/passkeys/registration",
                        "/api/v1/auth/passkeys",
                        // The signature proves somebody.
                        "/api/v1/auth/passkeys/sign-in/options",
                        "/api/v1/auth/passkeys/sign-in")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/browser-reports", "/api/v1/verify")
                .permitAll()
                // The signature decides.
                .requestMatchers(HttpMethod.POST, "/api/v1/payment/stripe/webhook", "/api/v1/payment/hook")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/conferencing/daily/webhook")
                .permitAll()
                // The secret that was agreed with the video server decides.
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/conferencing/jitsi/conference",
                        "/api/v1/conferencing/jitsi/events/*/*",
                        "/api/v1/conferencing/jaas/webhook")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/v1/conferencing/jitsi/conference/*")
                .permitAll()
                .requestMatchers(HttpMethod.DELETE, "/api/v1/conferencing/jitsi/conference/*")
                .permitAll()
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/appointments/*/payment/mark-paid",
                        "/api/v1/appointments/*/payment/mark-refunded")
                .hasRole("ADMIN")
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/appointments/*/payment/demo-checkout",
                        "/api/v1/appointments/*/payment/checkout")
                .hasRole("PATIENT")
                .requestMatchers(HttpMethod.POST, "/api/v1/appointments", "/api/v1/appointments/*/reschedule")
                .hasAnyRole("PATIENT", "ADMIN")
                .requestMatchers("/api/v1/doctors/*/availability", "/api/v1/doctors/*/exceptions/**")
                .hasAnyRole("DOCTOR", "ADMIN")
                .requestMatchers(HttpMethod.GET, "/api/v1/booking/needs")
                .hasRole("PATIENT")
                .requestMatchers(HttpMethod.GET, "/api/v1/booking/patients")
                .hasRole("ADMIN")
                .requestMatchers(HttpMethod.PUT, "/api/v1/appointments/*/device-check")
                .hasAnyRole("PATIENT", "DOCTOR")
                .requestMatchers("/api/v1/appointments/*/before-care", "/api/v1/appointments/*/visit")
                .hasRole("PATIENT")
                .requestMatchers("/api/v1/appointments/*/emergency", "/api/v1/appointments/*/identity")
                .hasRole("DOCTOR")
                .requestMatchers("/api/v1/care/consents", "/api/v1/care/consents/**")
                .hasRole("PATIENT")
                .requestMatchers(HttpMethod.POST, "/api/v1/consultations/*/end")
                .hasRole("ADMIN")
                .requestMatchers(HttpMethod.POST, "/api/v1/consultations/*/extend")
                .hasRole("DOCTOR")
                .requestMatchers(HttpMethod.GET, "/api/v1/consultations/*/quality")
                .hasRole("DOCTOR")
                .requestMatchers(HttpMethod.GET, "/api/v1/consultations/*/quality/summary")
                .hasAnyRole("PATIENT", "DOCTOR")
                .requestMatchers(HttpMethod.GET, "/api/v1/consultations/*/rating/all")
                .hasAnyRole("DOCTOR", "ADMIN")
                .requestMatchers(HttpMethod.PUT, "/api/v1/consultations/*/summary", "/api/v1/consultations/*/follow-up")
                .hasRole("DOCTOR")
                .requestMatchers(HttpMethod.DELETE, "/api/v1/consultations/*/follow-up")
                .hasRole("DOCTOR")
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/consultations/*/summary/release",
                        "/api/v1/consultations/*/prescriptions")
                .hasRole("DOCTOR")
                .requestMatchers(HttpMethod.GET, "/api/v1/prescriptions/*/versions/*/pdf")
                .hasAnyRole("PATIENT", "DOCTOR")
                .requestMatchers("/api/v1/prescriptions/**", "/api/v1/prescriber", "/api/v1/medications")
                .hasRole("DOCTOR")
                .requestMatchers("/api/v1/account/data-requests", "/api/v1/account/data-requests/**")
                .hasRole("PATIENT")
                .requestMatchers("/api/v1/admin/**")
                .hasRole("ADMIN")
                .requestMatchers(HttpMethod.POST, "/api/v1/consultations/*/entry")
                .hasAnyRole("PATIENT", "DOCTOR")
                .requestMatchers("/api/v1/push", "/api/v1/push/**")
                .hasAnyRole("PATIENT", "DOCTOR")
                .requestMatchers("/api/v1/video-call/**", "/api/v1/video/**")
                .hasAnyRole("PATIENT", "DOCTOR")
                .requestMatchers("/api/v1/**")
                .authenticated()
                .requestMatchers("/api/**")
                .denyAll()
                .requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                .access(scraper)
                .requestMatchers("/actuator/**")
                .hasRole("ADMIN")
                .requestMatchers(HttpMethod.GET, "/v3/api-docs")
                .permitAll()
                // The socket has a door of its own before this one: SocketDoor.
                .requestMatchers("/ws/v1")
                .denyAll()
                // The web app: public files.
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .denyAll();
    }
}
