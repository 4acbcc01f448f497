package health.consilium.conferencing.daily;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SettingCheck;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Daily.co.
 *
 * @param apiKey the key of a Daily domain that nobody else uses; empty: there is no Daily
 * @param domain the domain's name, NAME of NAME.daily.co; when set, rooms anywhere else are refused
 * @param webhookSecret 24 or more random bytes in base64, with which Daily signs what it tells us; empty: made here and told to Daily
 * @param rehearsal host and port of a stand-in for rehearsals, spoken to without TLS; refused in production
 */
@ConfigurationProperties("consilium.conferencing.daily")
public record DailyProperties(
        @Nullable Secret<String> apiKey,
        @Nullable String domain,
        @Nullable Secret<String> webhookSecret,
        @Nullable String rehearsal) {
    private static final String KEY = "consilium.conferencing.daily.";
    private static final int SHORTEST = 24;

    public DailyProperties {
        if (apiKey != null && !apiKey.reveal().matches("[A-Za-z0-9._~-]{16,256}")) {
            throw new CannotStart(
                    KEY + "api-key is no key of Daily.", "Copy it from the Developers page of Daily's dashboard.");
        }
        if (webhookSecret != null && !isOne(webhookSecret)) {
            throw new CannotStart(
                    KEY + "webhook-secret is no secret for webhooks.",
                    "Remove it, and one is made; or make one: openssl rand -base64 32");
        }
        SettingCheck.require(
                domain == null || domain.matches("[a-z0-9][a-z0-9-]{0,62}"),
                KEY + "domain",
                String.valueOf(domain),
                "write NAME of NAME.daily.co");
        SettingCheck.require(
                rehearsal == null || rehearsal.matches("[a-z0-9.-]+:[0-9]{1,5}"),
                KEY + "rehearsal",
                String.valueOf(rehearsal),
                "write host and port, for example localhost:8443");
    }

    private static boolean isOne(Secret<String> secret) {
        try {
            return Base64.getDecoder().decode(secret.reveal()).length >= SHORTEST;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
