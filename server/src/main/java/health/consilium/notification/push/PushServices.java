package health.consilium.notification.push;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Outside;
import health.consilium.kernel.Problem;
import health.consilium.notification.NotificationProperties;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Where this server may be told to write to. A browser names the address, so without this anybody who can sign in could
 * make the server knock at doors inside the clinic.
 */
@Component
public class PushServices {
    private static final int HTTPS = 443;

    private final NotificationProperties settings;

    PushServices(NotificationProperties settings) {
        this.settings = settings;
    }

    /** @throws Problem PUSH_SERVICE_REFUSED */
    public URI accepted(String endpoint) {
        try {
            URI address = new URI(endpoint);
            if (isRehearsal(address) || isKnown(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Its message holds the address. It is refused below without repeating it.
        }
        throw new Problem(
                ErrorCode.PUSH_SERVICE_REFUSED,
                "This browser's push service is not one that this clinic uses. Please ring from another browser, or ask the"
                        + " clinic to add it.");
    }

    /** The name was allowed; where it leads must be outside, too. A name that leads nowhere is left to the connection. */
    boolean leadsOutside(URI address) {
        if (isRehearsal(address)) {
            return true;
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                if (isInside(one)) {
                    return false;
                }
            }
        } catch (UnknownHostException e) {
            return true;
        }
        return true;
    }

    static boolean isInside(InetAddress address) {
        return Outside.isInside(address);
    }

    private boolean isRehearsal(URI address) {
        return "https".equals(address.getScheme())
                && address.getRawAuthority() != null
                && settings.pushRehearsal().contains(address.getRawAuthority());
    }

    private boolean isKnown(URI address) {
        String host = address.getHost();
        return "https".equals(address.getScheme())
                && host != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && (address.getPort() == -1 || address.getPort() == HTTPS)
                && settings.pushServices().stream().anyMatch(known -> matches(known, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(String known, String host) {
        return known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known);
    }
}
