package health.consilium.kernel;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One secret that is changed from time to time: {@code webhooks}, {@code webhooks-2}, {@code webhooks-3} … The newest seals and
 * signs; the older ones still open and verify what they made. Looked at anew each time, so that a server that runs follows a
 * change at once.
 */
public final class KeyRing {
    private final SecretStore secrets;
    private final String name;

    public KeyRing(SecretStore secrets, String name) {
        this.secrets = secrets;
        this.name = name;
    }

    /** The name of the one that seals and signs now. */
    public String newest() {
        return named(secrets.generations(name));
    }

    /** All there are, the newest first. */
    public List<Secret<String>> newestFirst() {
        int all = secrets.generations(name);
        return IntStream.range(0, all)
                .mapToObj(i -> named(all - i))
                .filter(one -> one.equals(name) || secrets.has(one))
                .map(secrets::named)
                .toList();
    }

    /** Makes a new one, which seals and signs from now on. @return its name */
    public String advance() {
        String next = named(secrets.generations(name) + 1);
        secrets.named(next);
        return next;
    }

    private String named(int generation) {
        return generation == 1 ? name : name + "-" + generation;
    }
}
