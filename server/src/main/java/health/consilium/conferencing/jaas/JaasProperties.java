package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.SharedSecret;
import health.consilium.conferencing.jitsi.token.Claims;
import health.consilium.conferencing.jitsi.token.RsaKeys;
import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.jitsi.token.TokenSetup;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Jitsi as a service of 8x8 (JaaS).
 *
 * @param appId the AppID of the console, vpaas-magic-cookie-…; empty: there is none
 * @param keyId the name of the key in the console, with or without the AppID and a slash before it
 * @param privateKey a PEM file, or its text, of the key whose public half was given to the console
 * @param webhookSecret what 8x8 sends as Authorization when it tells something; empty: it does not tell
 * @param recording whether films that 8x8 recorded are brought here; the doctor's page switches its recorder
 * @param recordingHosts where recordings may be fetched from; *.NAME means every host below NAME
 */
@ConfigurationProperties("consilium.conferencing.jaas")
public record JaasProperties(
        @Nullable String appId,
        @Nullable String keyId,
        @Nullable Secret<String> privateKey,
        @Nullable Secret<String> webhookSecret,
        @DefaultValue("false") boolean recording,

        @DefaultValue({"*.8x8.vc", "*.8x8.com", "*.oraclecloud.com", "*.amazonaws.com"})
        List<String> recordingHosts)
        implements TokenSetup {
    static final String KEY = "consilium.conferencing.jaas.";
    static final String DOMAIN = "8x8.vc";
    private static final String COOKIE = "vpaas-magic-cookie-[A-Za-z0-9]{8,64}";

    public JaasProperties {
        recordingHosts = List.copyOf(recordingHosts);
        if (appId != null) {
            check(appId, keyId, privateKey);
            SharedSecret.check(KEY + "webhook-secret", webhookSecret);
        } else if (Stream.of(keyId, privateKey, webhookSecret).anyMatch(Objects::nonNull)) {
            throw new CannotStart(
                    "Some of " + KEY + "* is set, and " + KEY + "app-id is not.",
                    "Set it to the AppID of the console of JaaS, or remove the others.");
        }
        if (!recordingHosts.stream().allMatch(host -> host.matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+"))) {
            throw new CannotStart(
                    "One of " + KEY + "recording-hosts is no host.",
                    "Write hosts in lower case, for example *.8x8.vc, separated by commas.");
        }
    }

    private static void check(String appId, @Nullable String keyId, @Nullable Secret<String> privateKey) {
        if (!appId.matches(COOKIE)) {
            throw new CannotStart(
                    KEY + "app-id is no AppID of JaaS.", "It begins with vpaas-magic-cookie-; the console shows it.");
        }
        if (privateKey == null || keyId == null || !keyId.matches("(" + appId + "/)?[A-Za-z0-9_-]{1,64}")) {
            throw new CannotStart(
                    KEY + "app-id is set, and " + KEY + "private-key or " + KEY
                            + "key-id is not, or the key is of another AppID.",
                    "Add a key in the console of JaaS, and set its name and the PEM file of its private half.");
        }
    }

    @Override
    public boolean there() {
        return appId != null;
    }

    String tenant() {
        return Objects.requireNonNull(appId);
    }

    /** Below which this customer's rooms and script are. */
    @Override
    public String base() {
        return "https://" + DOMAIN + "/" + tenant() + "/";
    }

    @Override
    public boolean records() {
        return recording;
    }

    @Override
    public Claims claims() {
        return claims(recording);
    }

    /** @param records whether the clinic lets 8x8 record: without that not even the doctor may */
    Claims claims(boolean records) {
        return new Claims("chat", "jitsi", tenant(), true, records);
    }

    /** @throws CannotStart when the key cannot be read */
    @Override
    public Signer signer() {
        String name = Objects.requireNonNull(keyId);
        return Signer.rs256(
                RsaKeys.read(KEY + "private-key", Objects.requireNonNull(privateKey)),
                name.contains("/") ? name : tenant() + "/" + name);
    }
}
