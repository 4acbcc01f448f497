package health.consilium.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser in two words, by which its owner recognises it. Its full name would tell more than we need to keep. */
final class BrowserName {
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // In this order: most browsers also say the names of others.
        FAMILIES.put("Edg", "Edge");
        FAMILIES.put("OPR/", "Opera");
        FAMILIES.put("SamsungBrowser", "Samsung Internet");
        FAMILIES.put("Firefox", "Firefox");
        FAMILIES.put("FxiOS", "Firefox");
        FAMILIES.put("CriOS", "Chrome");
        FAMILIES.put("Chrome", "Chrome");
        FAMILIES.put("Safari", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    static String of(HttpServletRequest request) {
        return of(request.getHeader("User-Agent"));
    }

    static String of(@Nullable String agent) {
        if (agent == null) {
            return "";
        }
        String family = first(FAMILIES, agent);
        String system = first(SYSTEMS, agent);
        return family.isEmpty() || system.isEmpty() ? family + system : family + ", " + system;
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
