package health.consilium.kernel;

import java.net.URI;

/** The address under which people's browsers reach this installation: for links in mails, and for whoever sends a browser back. */
public record PublicAddress(URI root) {
    /** @param path of a page, beginning with a slash, for example "/history" */
    public URI page(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path of ours");
        }
        return URI.create(root + path);
    }
}
