package health.consilium.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a browser refused to one of our pages (CSP Level 3), as far as it may stand in a log: which rule, and what kind of thing
 * from where. Anybody can send a report: nothing of it is repeated but words that we know and paths of our own.
 *
 * @param blocked inline, eval, data:, a path of ours, or elsewhere
 */
record Violation(String directive, String blocked) {
    private static final Set<String> DIRECTIVES = Set.of(
            "default-src",
            "script-src",
            "script-src-elem",
            "script-src-attr",
            "style-src",
            "style-src-elem",
            "style-src-attr",
            "img-src",
            "media-src",
            "connect-src",
            "worker-src",
            "font-src",
            "manifest-src",
            "frame-src",
            "child-src",
            "object-src",
            "frame-ancestors",
            "base-uri",
            "form-action");
    private static final Set<String> WORDS = Set.of("inline", "eval", "wasm-eval", "data", "blob", "self");
    private static final String PATH = "(/[A-Za-z0-9._-]{0,64}){1,8}";

    /** @param report the members of either form: application/csp-report writes them with hyphens, the newer one does not */
    static Violation of(JsonNode report, String host) {
        String directive = first(report, "effectiveDirective", "effective-directive", "violated-directive")
                .split(" ")[0];
        String blocked = first(report, "blockedURL", "blocked-uri");
        return new Violation(DIRECTIVES.contains(directive) ? directive : "other", kind(blocked, host));
    }

    private static String first(JsonNode report, String... names) {
        for (String name : names) {
            if (report.path(name).isString()) {
                return report.path(name).asString();
            }
        }
        return "";
    }

    private static String kind(String blocked, String host) {
        if (WORDS.contains(blocked)) {
            return blocked;
        }
        try {
            URI address = new URI(blocked);
            String path = address.getRawPath();
            boolean own = host.equalsIgnoreCase(address.getAuthority());
            return own && path != null && path.matches(PATH) ? path : own ? "own" : scheme(address);
        } catch (URISyntaxException notAnAddress) {
            return "unreadable";
        }
    }

    private static String scheme(URI address) {
        String scheme = address.getScheme();
        return scheme != null && WORDS.contains(scheme) ? scheme : "elsewhere";
    }
}
