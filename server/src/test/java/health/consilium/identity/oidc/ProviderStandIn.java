package health.consilium.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect, strict about what it is asked: the client's secret, the redirect address, PKCE (S256), a code
 * that works once. Real discovery, real keys, real signatures; a test says who signs in and may spoil the answer.
 */
public final class ProviderStandIn implements AutoCloseable {
    public static final String CLIENT = "consilium";
    public static final String SECRET = "the provider gave us this";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile UnaryOperator<Map<String, Object>> spoil = UnaryOperator.identity();
    private volatile @Nullable RSAKey foreignKey;

    public ProviderStandIn() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException | JOSEException e) {
            throw new AssertionError(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.createContext("/userinfo", exchange -> json(exchange, 200, "{\"sub\":\"" + person.get("sub") + "\"}"));
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in from now on, with nothing spoiled. */
    public void signsIn(Map<String, Object> claims) {
        person = Map.copyOf(claims);
        spoil = UnaryOperator.identity();
        foreignKey = null;
    }

    public void spoils(UnaryOperator<Map<String, Object>> change) {
        spoil = change;
    }

    public void signsWithAForeignKey() throws JOSEException {
        foreignKey = new RSAKeyGenerator(2048).keyID("one").generate();
    }

    /** The person said yes: what the browser is sent back with. */
    public String code(Map<String, String> asked) {
        if (!"S256".equals(asked.get("code_challenge_method")) || !CLIENT.equals(asked.get("client_id"))) {
            throw new AssertionError("not as we agreed: " + asked.keySet());
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return code;
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                "userinfo_endpoint":"%1$s/userinfo","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"],"scopes_supported":["openid","profile","email"],
                "token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = Objects.requireNonNullElse(codes.remove(form.getOrDefault("code", "")), Map.of());
        String login = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        boolean good = ("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Objects.equals(asked.getOrDefault("redirect_uri", "never asked"), form.get("redirect_uri"))
                && challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
        if (good) {
            String id = idToken(asked);
            json(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + id + "\"}");
        } else {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private String idToken(Map<String, String> asked) {
        Instant now = Instant.now();
        Map<String, Object> claims = new HashMap<>(person);
        claims.put("iss", issuer());
        claims.put("aud", CLIENT);
        claims.put("nonce", asked.get("nonce"));
        claims.put("iat", Date.from(now));
        claims.put("exp", Date.from(now.plus(Duration.ofMinutes(5))));
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        spoil.apply(claims).forEach(set::claim);
        RSAKey foreign = foreignKey;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), set.build());
        try {
            token.sign(new RSASSASigner(foreign == null ? key : foreign));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Names and values, as forms and queries write them. */
    public static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
