package health.consilium.conferencing.jaas;

import health.consilium.kernel.Outside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Where films may be fetched from. Whoever knows the webhook's secret names the address, so without this they could make this
 * server knock at doors inside the clinic.
 */
final class FilmLinks implements DnsResolver {
    private static final int MOST = 4000;
    private static final int HTTPS = 443;

    private final List<String> hosts;

    FilmLinks(List<String> hosts) {
        this.hosts = hosts;
    }

    /** @throws IOException in words that do not repeat the link: it opens the film without a sign-in */
    URI accepted(String link) throws IOException {
        try {
            URI address = new URI(link);
            if (link.length() <= MOST && isWellFormed(address) && isKnown(address.getHost())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Its message holds the link. It is refused below without repeating it.
        }
        throw new IOException("the link leads to no host of consilium.conferencing.jaas.recording-hosts");
    }

    private static boolean isWellFormed(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && (address.getPort() == -1 || address.getPort() == HTTPS);
    }

    private boolean isKnown(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        return hosts.stream()
                .anyMatch(known -> known.startsWith("*.") ? small.endsWith(known.substring(1)) : small.equals(known));
    }

    /** The very addresses that are then connected to: a known name that leads inside reaches nobody. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress one : all) {
            if (Outside.isInside(one)) {
                throw new UnknownHostException("the host leads inside");
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
