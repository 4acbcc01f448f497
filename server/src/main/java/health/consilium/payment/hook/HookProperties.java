package health.consilium.payment.hook;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hook for payment systems of one's own.
 *
 * @param secrets whsec_ and 24 to 64 random bytes in base64, with which the other system signs; two while they are changed. Empty:
 *     there is no hook
 */
@ConfigurationProperties("consilium.payment.hook")
public record HookProperties(@DefaultValue({}) List<Secret<String>> secrets) {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    public HookProperties {
        secrets = List.copyOf(secrets);
        if (!secrets.stream().allMatch(HookProperties::isOne)) {
            throw new CannotStart(
                    "One of consilium.payment.hook.secrets is no secret of Standard Webhooks.",
                    "Make one: echo whsec_$(openssl rand -base64 32)");
        }
    }

    private static boolean isOne(Secret<String> secret) {
        if (!secret.reveal().startsWith(PREFIX)) {
            return false;
        }
        try {
            int length = bytes(secret).length;
            return length >= SHORTEST && length <= LONGEST;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    static byte[] bytes(Secret<String> secret) {
        return Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
    }
}
