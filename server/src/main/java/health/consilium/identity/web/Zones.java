package health.consilium.identity.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Time zones as browsers name them and can show them: by name, some by an offset; not all that Java knows ("UTC+2"). */
final class Zones {
    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{2}:[0-9]{2}");

    private Zones() {}

    static ZoneId known(String id) {
        try {
            if (NAMES.contains(id) || OFFSET.matcher(id).matches()) {
                return ZoneId.of(id);
            }
        } catch (DateTimeException e) {
            // An offset of more than eighteen hours.
        }
        throw new Problem(
                ErrorCode.INVALID_REQUEST,
                "This time zone is not known here. Please give its name, for example Europe/Berlin.",
                Map.of("zone", id));
    }
}
