package health.consilium.bench;

import health.consilium.e2e.lab.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a host of the lab a slow device: its browsers get a share of one core between them (Linux control groups). */
final class Brake implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final String NAME = "consilium-bench-brake";
    private static final int PERIOD = 100_000;

    private final boolean first = Files.isDirectory(GROUPS.resolve("cpu"));
    private final Path root = first ? GROUPS.resolve("cpu") : GROUPS;
    private final Path group = root.resolve(NAME);

    void slow(Host host, double cores) {
        try {
            Files.createDirectories(group);
            String quota = String.valueOf(Math.round(PERIOD * cores));
            if (first) {
                Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), quota);
                realTimeToo();
            } else {
                Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
            }
            for (ProcessHandle browser : browsersOf(host)) {
                move(browser, group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Browsers play sound on real-time threads, which a group without time for them does not take. */
    private void realTimeToo() throws IOException {
        Path budget = group.resolve("cpu.rt_runtime_us");
        if (Files.exists(budget)) {
            Files.writeString(budget, String.valueOf(2 * PERIOD));
        }
    }

    private static List<ProcessHandle> browsersOf(Host host) {
        Path network = host.inside(() -> namespace("thread-self"));
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .filter(process -> Optional.ofNullable(namespace(String.valueOf(process.pid())))
                        .filter(network::equals)
                        .isPresent())
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Path namespace(String process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", process, "ns", "net"));
        } catch (IOException gone) {
            return null;
        }
    }

    private static void move(ProcessHandle process, Path to) throws IOException {
        if (process.isAlive()) {
            Files.writeString(to.resolve("cgroup.procs"), String.valueOf(process.pid()));
        }
    }

    /** Everybody is as fast as before. */
    @Override
    public void close() {
        if (Files.notExists(group)) {
            return;
        }
        try {
            for (String pid : Files.readAllLines(group.resolve("cgroup.procs"))) {
                Files.writeString(root.resolve("cgroup.procs"), pid);
            }
            Files.delete(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
