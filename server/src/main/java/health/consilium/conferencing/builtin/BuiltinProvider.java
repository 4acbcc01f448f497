package health.consilium.conferencing.builtin;

import health.consilium.conferencing.ConferencingProperties;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Rooms are only names here: the browsers talk to each other, and signalling brings them together. */
@Component
class BuiltinProvider implements ConferencingProvider {
    static final String NAME = "builtin";

    private final ConferencingProperties settings;
    private final Secret<String> key;

    BuiltinProvider(ConferencingProperties settings, SecretStore secrets) {
        this.settings = settings;
        this.key = secrets.named("rooms");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Room open(RoomRequest request) {
        String base = settings.roomBaseUrl() == null ? "" : settings.roomBaseUrl();
        return new Room(NAME, request.name(), base + "/call/" + request.appointment());
    }

    /** The token names room, person and end, and is signed: it opens nothing for anybody else. */
    @Override
    public JoinGrant admit(Room room, Admission admission) {
        String claims = room.name() + "." + admission.person() + "."
                + admission.expiresAt().getEpochSecond();
        String token = claims + "." + sign("join " + claims);
        return new JoinGrant(NAME, room.name(), room.url(), Secret.of(token), admission.expiresAt());
    }

    @Override
    public void close(Room room) {
        // Nothing runs for a room here; signalling lets its sessions go when the consultation ends.
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
