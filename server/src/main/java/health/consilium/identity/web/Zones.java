package health.consilium.identity.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** Time zones as browsers name them. */
final class Zones {
    private Zones() {}

    static ZoneId known(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST,
                    "This time zone is not known here. Please choose another.",
                    Map.of("zone", id));
        }
    }
}
