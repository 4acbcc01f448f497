package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.token.Claims;
import health.consilium.conferencing.jitsi.token.RsaKeys;
import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.jitsi.token.TokenSetup;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Jitsi of the clinic's own.
 *
 * @param domain its host, for example meet.clinic.example; empty: there is none
 * @param appId who signs (iss): app_id of Prosody
 * @param algorithm HS256 with a secret that both know, or RS256 with a key of which Jitsi has the public half
 * @param appSecret with HS256: app_secret of Prosody, 32 characters or more
 * @param privateKey with RS256: a PEM file, or its text
 * @param keyId with RS256: the key's name (kid), under which Jitsi finds the public half
 * @param audience whom tokens are for (aud): one of asap_accepted_audiences of Prosody
 * @param subject the domain or tenant in tokens (sub); empty: the domain
 * @param reservationsSecret what Jitsi sends as Authorization when it asks whether a room may be; empty: it does not ask
 * @param eventsSecret what Jitsi sends as Authorization when it tells who comes and goes; empty: it does not tell
 */
@ConfigurationProperties("consilium.conferencing.jitsi")
public record JitsiProperties(
        @Nullable String domain,
        @Nullable String appId,
        @DefaultValue("HS256") Algorithm algorithm,
        @Nullable Secret<String> appSecret,
        @Nullable Secret<String> privateKey,
        @Nullable String keyId,
        @DefaultValue("jitsi") String audience,
        @Nullable String subject,
        @Nullable Secret<String> reservationsSecret,
        @Nullable Secret<String> eventsSecret)
        implements TokenSetup {
    static final String KEY = "consilium.conferencing.jitsi.";
    private static final int SHORTEST_SECRET = 32;

    /** How tokens are signed. */
    public enum Algorithm {
        HS256,
        RS256
    }

    public JitsiProperties {
        boolean anything = Stream.of(appId, appSecret, privateKey, keyId, subject, reservationsSecret, eventsSecret)
                .anyMatch(Objects::nonNull);
        if (domain != null) {
            check(domain, appId, audience);
            checkKey(algorithm, appSecret, privateKey, keyId);
            SharedSecret.check(KEY + "reservations-secret", reservationsSecret);
            SharedSecret.check(KEY + "events-secret", eventsSecret);
        } else if (anything) {
            throw new CannotStart(
                    "Some of " + KEY + "* is set, and " + KEY + "domain is not.",
                    "Set it to the host of your Jitsi, for example meet.clinic.example, or remove the others.");
        }
    }

    private static void check(String domain, @Nullable String appId, String audience) {
        if (!domain.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")) {
            throw new CannotStart(
                    KEY + "domain is " + domain + ": that is no host.",
                    "Write the host alone, in lower case, without https:// and without a path, for example meet.clinic.example.");
        }
        if (appId == null || appId.isBlank() || appId.equals("*")) {
            throw new CannotStart(
                    KEY + "domain is set and " + KEY + "app-id is not: Jitsi would turn everybody away.",
                    "Set it to the app_id of your Jitsi's Prosody (JWT_APP_ID).");
        }
        if (audience.isBlank() || audience.equals("*")) {
            throw new CannotStart(
                    KEY + "audience must name one audience.",
                    "Set it to one of asap_accepted_audiences of your Jitsi's Prosody, for example jitsi.");
        }
    }

    private static void checkKey(
            Algorithm algorithm,
            @Nullable Secret<String> appSecret,
            @Nullable Secret<String> privateKey,
            @Nullable String keyId) {
        if (algorithm == Algorithm.HS256) {
            refuseLeftOver(privateKey != null || keyId != null, "private-key and key-id", "HS256");
            if (appSecret == null || bytes(appSecret) < SHORTEST_SECRET) {
                throw new CannotStart(
                        KEY + "app-secret is not set, or shorter than 32 characters: it could be guessed.",
                        "Make one (openssl rand -hex 32) and set it here and as app_secret of Prosody (JWT_APP_SECRET).");
            }
            return;
        }
        refuseLeftOver(appSecret != null, "app-secret", "RS256");
        if (privateKey == null || keyId == null || keyId.isBlank()) {
            throw new CannotStart(
                    "With " + KEY + "algorithm=RS256 both " + KEY + "private-key and " + KEY + "key-id must be set.",
                    "Set the PEM file of the private key, and the name under which Jitsi finds the public one.");
        }
    }

    /** Whoever leaves both in believes that the other one is used. */
    private static void refuseLeftOver(boolean there, String what, String algorithm) {
        if (there) {
            throw new CannotStart(
                    KEY + what + " must not be set with " + KEY + "algorithm=" + algorithm + ".",
                    "Remove it, or set the other algorithm.");
        }
    }

    private static int bytes(Secret<String> secret) {
        return secret.reveal().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public boolean there() {
        return domain != null;
    }

    String host() {
        return Objects.requireNonNull(domain);
    }

    /** Below which its rooms and its script are. */
    @Override
    public String base() {
        return "https://" + host() + "/";
    }

    /** Nobody may record: what Jibri records does not come here. */
    @Override
    public Claims claims() {
        return new Claims(
                Objects.requireNonNull(appId), audience, subject == null ? withoutPort() : subject, false, false);
    }

    private String withoutPort() {
        return host().replaceFirst(":[0-9]+$", "");
    }

    /** @throws CannotStart when the key cannot be read */
    @Override
    public Signer signer() {
        return algorithm == Algorithm.HS256
                ? Signer.hs256(Objects.requireNonNull(appSecret))
                : Signer.rs256(
                        RsaKeys.read(KEY + "private-key", Objects.requireNonNull(privateKey)),
                        Objects.requireNonNull(keyId));
    }

    @Override
    public boolean records() {
        return false;
    }
}
