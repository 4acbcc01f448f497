package health.consilium.scheduling.web;

import health.consilium.identity.spi.LinkReach;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who came by the link of an appointment may choose another time for it: doctors and free times are nobody's secret. */
@Component
class FreeTimesByLink implements LinkReach {
    private static final Pattern FREE_TIMES = Pattern.compile("/api/v1/doctors(/[0-9a-f-]+/slots)?");

    @Override
    public boolean reaches(String path, UUID appointment) {
        return FREE_TIMES.matcher(path).matches();
    }
}
