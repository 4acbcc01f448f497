package health.consilium.relay.probe;

import javax.net.ssl.SSLSocketFactory;

/**
 * Which certificates of relays are believed.
 *
 * @param named whether the certificate must hold the name by which the relay is asked
 */
public record Trust(SSLSocketFactory sockets, boolean named) {
    /** What browsers do: somebody known vouches for it, and for this name. */
    public static final Trust AS_BROWSERS = new Trust((SSLSocketFactory) SSLSocketFactory.getDefault(), true);
}
