package health.consilium.kernel;

import java.util.List;

/**
 * Origins other than our own that our pages need, because the operator chose a service that lives there. Beans of this type
 * exist only while that service is configured; the browser lets in what they name, and nothing else. A source may end with a
 * path: one that ends with a slash stands for all that is below it, another one for itself alone (CSP Level 3, 6.7.2.10).
 */
public interface PageSources {
    /** From where scripts may come, for example {@code https://meet.clinic.example/external_api.js}. */
    default List<String> scripts() {
        return List.of();
    }

    /** What may be shown in a frame; camera, microphone and screen are lent to it, too. */
    default List<String> frames() {
        return List.of();
    }

    /** What our pages may talk to, with {@code https:} or {@code wss:}. */
    default List<String> connects() {
        return List.of();
    }
}
