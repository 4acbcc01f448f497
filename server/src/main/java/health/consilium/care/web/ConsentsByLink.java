package health.consilium.care.web;

import health.consilium.identity.spi.LinkReach;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who came by a link is asked before they come in, and answers for themselves. */
@Component
class ConsentsByLink implements LinkReach {
    @Override
    public boolean reaches(String path, UUID appointment) {
        return path.equals("/api/v1/care/consents") || path.equals("/api/v1/care/help-numbers");
    }
}
