package health.consilium.relay.coturn;

import health.consilium.kernel.SecretStore;
import health.consilium.relay.IceServers.Holder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names under which the relay knows people. coturn counts allocations by what stands behind the colon of the user name, so a
 * person has the same name for all grants of one call. Whoever reads it learns neither the person nor the consultation, nor
 * that two calls have a person in common.
 */
final class Pseudonyms {
    private static final int BYTES = 16;

    private final SecretStore secrets;

    Pseudonyms(SecretStore secrets) {
        this.secrets = secrets;
    }

    String of(Holder holder) {
        String whose = holder.person() + "/" + (holder.call() == null ? "test" : holder.call());
        byte[] mac = Hmac.of("HmacSHA256", secrets.named("turn-names").reveal(), whose);
        return HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES));
    }
}
