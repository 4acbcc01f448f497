package health.consilium.relay.probe;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a relay is (RFC 7065), for example turn:turn.clinic.example:3478?transport=udp.
 *
 * @param stream TCP instead of UDP
 */
public record TurnUrl(String text, boolean tls, String host, int port, boolean stream) {
    private static final Pattern FORM =
            Pattern.compile("(turns?):(\\[[0-9a-fA-F:.]+\\]|[^:?\\[\\]]+)(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");
    private static final int PORT = 3478;
    private static final int TLS_PORT = 5349;

    /** @throws IllegalArgumentException when it is none */
    public static TurnUrl of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("not the address of a relay: " + text);
        }
        boolean tls = form.group(1).toLowerCase(Locale.ROOT).equals("turns");
        String host = form.group(2).replaceAll("[\\[\\]]", "");
        int port = form.group(3) == null ? tls ? TLS_PORT : PORT : Integer.parseInt(form.group(3));
        return new TurnUrl(text.strip(), tls, host, port, tls || "tcp".equals(form.group(4)));
    }
}
