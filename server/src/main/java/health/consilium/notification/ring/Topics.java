package health.consilium.notification.ring;

import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** One topic a consultation. The push service sees it, so it is not the consultation's id. */
final class Topics {
    /** Makes 32 letters, as many as RFC 8030 allows. */
    private static final int BYTES = 24;

    private Topics() {}

    static String of(ConsultationId id) {
        return of("ring " + id.value());
    }

    static String of(UUID message) {
        return of("message " + message);
    }

    private static String of(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(name), BYTES));
    }
}
