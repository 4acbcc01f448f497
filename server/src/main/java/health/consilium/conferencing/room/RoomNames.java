package health.consilium.conferencing.room;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The same consultation gives the same name, and nobody without the key can tell it: 160 bits, letters small as Jitsi writes them. */
@Component
class RoomNames {
    private static final int BYTES = 20;

    private final Secret<String> key;

    RoomNames(SecretStore secrets) {
        this.key = secrets.named("rooms");
    }

    String of(UUID consultation) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(("room " + consultation).getBytes(StandardCharsets.UTF_8));
            return "room-" + HexFormat.of().formatHex(signature, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
