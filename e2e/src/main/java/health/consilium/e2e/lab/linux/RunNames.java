package health.consilium.e2e.lab.linux;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of namespaces that say which process they belong to: two runs at a time do not clash, and what a killed run left
 * behind is known as such. A process is known by its number and the second it started in, as numbers are used again.
 */
public final class RunNames {
    private static final Pattern NAME = Pattern.compile("consilium-(\\d+)-([0-9a-z]+)-\\d+-.*");
    private static final AtomicInteger LABS = new AtomicInteger();

    private final String prefix;

    private RunNames(String prefix) {
        this.prefix = prefix;
    }

    public static RunNames next() {
        ProcessHandle self = ProcessHandle.current();
        return new RunNames("consilium-" + self.pid() + "-" + started(self) + "-" + LABS.incrementAndGet() + "-");
    }

    public String of(String host) {
        return prefix + host;
    }

    /** Takes away what runs left behind that were killed. */
    public static void removeStale() {
        Namespace.all().stream().filter(RunNames::stale).forEach(Namespace::remove);
    }

    static boolean stale(String namespace) {
        Matcher parts = NAME.matcher(namespace);
        if (!parts.matches()) {
            return false;
        }
        Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(parts.group(1)));
        return owner.isEmpty() || !started(owner.get()).equals(parts.group(2));
    }

    private static String started(ProcessHandle process) {
        long second = process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
        return Long.toString(second, Character.MAX_RADIX);
    }
}
