package health.consilium.platform.web;

import health.consilium.kernel.PageSources;
import health.consilium.platform.config.ConsiliumProperties;
import health.consilium.platform.config.TlsProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells the browser what our pages may do, on every answer, errors included: only our own code, camera and microphone for
 * ourselves alone, never inside a foreign frame; and where to tell us that a page tried something else.
 */
@Component
class SecurityHeaders {
    /** Lent to the frames of a provider, too, where the operator has chosen one that needs a frame. */
    private static final List<String> LENT = List.of(
            "camera",
            "microphone",
            "display-capture",
            "fullscreen",
            "picture-in-picture",
            "autoplay",
            "screen-wake-lock",
            "speaker-selection");

    private final boolean production;
    private final boolean behindTls;
    private final String scripts;
    private final String frames;
    private final String connects;
    private final String permissions;

    /** A rehearsal on localhost must not teach the browser to refuse http there for a year. */
    SecurityHeaders(ConsiliumProperties settings, TlsProperties tls, List<PageSources> sources) {
        this.production = !settings.demo();
        this.behindTls = tls.trustedProxy();
        // The demo shows the mails that it keeps, each in a frame that may do nothing.
        String framed = origins(sources, PageSources::frames);
        this.frames = framed.isEmpty() && !settings.demo() ? "" : " frame-src 'self'" + framed + ";";
        this.scripts = origins(sources, PageSources::scripts);
        this.connects = origins(sources, PageSources::connects);
        String allowed = sources.stream()
                .flatMap(source -> source.frames().stream())
                .map(SecurityHeaders::origin)
                .distinct()
                .map(origin -> " \"" + origin + "\"")
                .collect(Collectors.joining());
        this.permissions = LENT.stream()
                .map(feature -> feature + "=(self" + allowed + ")")
                .collect(Collectors.joining(", ", "", ", geolocation=(), payment=(), usb=()"));
    }

    private static String origins(List<PageSources> sources, Function<PageSources, List<String>> which) {
        return sources.stream()
                .flatMap(source -> which.apply(source).stream())
                .distinct()
                .map(origin -> " " + checked(origin))
                .collect(Collectors.joining());
    }

    /** One wrong character here could open every page to everybody. */
    private static String checked(String source) {
        if (!source.matches("(https|wss|http|ws)://[a-z0-9*.-]+(:[0-9]{1,5})?(/[A-Za-z0-9/_.-]*)?")) {
            throw new IllegalArgumentException("no source that pages could be told of");
        }
        return source;
    }

    /** Cameras are lent to origins, whatever stands behind them. */
    private static String origin(String source) {
        int path = source.indexOf('/', source.indexOf("://") + 3);
        return path < 0 ? source : source.substring(0, path);
    }

    void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy(request));
        response.setHeader("Permissions-Policy", permissions);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (request.isSecure()) {
            response.setHeader("Reporting-Endpoints", "csp=\"" + BrowserReportsController.PATH + "\"");
        }
        // Of what could not be read, nobody knows any more that it came through the proxy.
        if (production && (request.isSecure() || behindTls)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /**
     * The socket's own address is named because older Safari does not count wss: as 'self'. The newer way to report exists
     * over TLS only; without TLS browsers that know it would go no way at all.
     */
    private String policy(HttpServletRequest request) {
        String socket = (request.isSecure() ? "wss://" : "ws://") + hostOf(request);
        return "default-src 'none'; script-src 'self'" + scripts + "; style-src 'self'; img-src 'self' data: blob:;"
                + " media-src 'self' blob:; connect-src 'self' " + socket + connects
                + "; worker-src 'self'; font-src 'self';"
                + " manifest-src 'self';" + frames
                + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'; report-uri "
                + BrowserReportsController.PATH + (request.isSecure() ? "; report-to csp" : "");
    }

    private static String hostOf(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}") ? host : "localhost";
    }
}
