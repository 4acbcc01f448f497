package health.consilium.notification.push;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.notification.NotificationProperties;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Where this server may be told to write to. A browser names the address, so without this anybody who can sign in could
 * make the server knock at doors inside the clinic.
 */
@Component
public class PushServices {
    private static final int HTTPS = 443;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

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
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return uniqueLocal
                || shared
                || leadsInsideByTranslation(bytes)
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** An IPv4 address inside an IPv6 one: NAT64 (RFC 6052) carries it at the end, 6to4 (RFC 3056) after its prefix. */
    private static boolean leadsInsideByTranslation(byte[] bytes) {
        try {
            if (bytes.length == 16 && Arrays.equals(Arrays.copyOf(bytes, NAT64.length), NAT64)) {
                return isInside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
            }
            boolean sixToFour = bytes.length == 16 && bytes[0] == 0x20 && bytes[1] == 0x02;
            return sixToFour && isInside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 6)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
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
