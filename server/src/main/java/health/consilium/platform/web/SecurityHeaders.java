package health.consilium.platform.web;

import health.consilium.platform.config.ConsiliumProperties;
import health.consilium.platform.config.TlsProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * Tells the browser what our pages may do, on every answer, errors included: only our own code, camera and microphone for
 * ourselves alone, never inside a foreign frame; and where to tell us that a page tried something else.
 */
@Component
class SecurityHeaders {
    private static final String PERMISSIONS = "camera=(self), microphone=(self), display-capture=(self),"
            + " fullscreen=(self), picture-in-picture=(self), autoplay=(self), screen-wake-lock=(self),"
            + " speaker-selection=(self), geolocation=(), payment=(), usb=()";

    private final boolean production;
    private final boolean behindTls;
    private final String frames;

    /** A rehearsal on localhost must not teach the browser to refuse http there for a year. */
    SecurityHeaders(ConsiliumProperties settings, TlsProperties tls) {
        this.production = !settings.demo();
        this.behindTls = tls.trustedProxy();
        // The demo shows the mails that it keeps, each in a frame that may do nothing.
        this.frames = settings.demo() ? " frame-src 'self';" : "";
    }

    void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy(request));
        response.setHeader("Permissions-Policy", PERMISSIONS);
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
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                + " media-src 'self' blob:; connect-src 'self' " + socket + "; worker-src 'self'; font-src 'self';"
                + " manifest-src 'self';" + frames
                + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'; report-uri "
                + BrowserReportsController.PATH + (request.isSecure() ? "; report-to csp" : "");
    }

    private static String hostOf(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}") ? host : "localhost";
    }
}
