package health.consilium.webhook.delivery;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Outside;
import health.consilium.kernel.Problem;
import health.consilium.webhook.WebhookProperties;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Where this server may be told to write to: by TLS, and outside only. */
@Component("webhookTargets")
public class Targets {
    private static final int MOST = 2000;

    private final WebhookProperties settings;

    Targets(WebhookProperties settings) {
        this.settings = settings;
    }

    /** @throws Problem WEBHOOK_URL_REFUSED, which does not repeat the address: it may hold a token */
    public URI accepted(String url) {
        try {
            URI address = new URI(url);
            if (url.length() <= MOST && isWellFormed(address) && leadsOutside(address.getHost())) {
                return address;
            }
        } catch (URISyntaxException | UnknownHostException e) {
            // Refused below.
        }
        throw new Problem(
                ErrorCode.WEBHOOK_URL_REFUSED,
                "Please give an address that begins with https:// and leads to a computer outside the clinic's own network.");
    }

    /** The addresses of a host, all of them outside. */
    InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (!isRehearsal(host)) {
            for (InetAddress one : all) {
                if (Outside.isInside(one)) {
                    throw new Inside();
                }
            }
        }
        return all;
    }

    /** The name was fine; where it leads is not. */
    static final class Inside extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    private boolean leadsOutside(String host) throws UnknownHostException {
        resolve(host);
        return true;
    }

    private boolean isWellFormed(URI address) {
        String host = address.getHost();
        return host != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && isRehearsal(host));
    }

    private boolean isRehearsal(String host) {
        return settings.rehearsal().contains(host.toLowerCase(Locale.ROOT));
    }
}
