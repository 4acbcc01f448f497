package health.consilium.e2e.lab.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A network namespace: a computer as far as networks go. Named ({@code ip netns}), so that whoever debugs can look
 * inside: {@code ip netns exec NAME ss -tunap}.
 */
public final class Namespace implements AutoCloseable {
    private static final int READ_ONLY = 0;
    private static final int CLONE_NEWNET = 0x40000000;

    private final String name;
    private final ExecutorService inhabitant;

    private Namespace(String name) {
        this.name = name;
        this.inhabitant = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    public static Namespace create(String name) {
        Commands.run("ip", "netns", "add", name);
        Namespace created = new Namespace(name);
        created.ip("link", "set", "lo", "up");
        created.inside(() -> {
            moveIn(name);
            return true;
        });
        return created;
    }

    /** {@code ip} inside. */
    public void ip(String... words) {
        List<String> command = new ArrayList<>(List.of("ip", "-n", name));
        command.addAll(List.of(words));
        Commands.run(command.toArray(String[]::new));
    }

    /** A command line that runs a program inside; the process stays the same one. */
    public List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + file(name), "--"));
        command.addAll(program);
        return command;
    }

    /**
     * Does something on a thread that lives inside: sockets opened there belong there, whoever uses them later. It must
     * not start threads that others share, such as those of virtual threads.
     */
    public <T> T inside(Callable<T> work) {
        try {
            return inhabitant.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("in " + name + ": " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        inhabitant.shutdown();
        remove(name);
    }

    static List<String> all() {
        return Commands.run("ip", "netns", "list")
                .lines()
                .map(line -> line.split(" ")[0])
                .toList();
    }

    /** With the programs that were left in it. */
    static void remove(String name) {
        Commands.run("ip", "netns", "pids", name)
                .lines()
                .filter(pid -> Long.parseLong(pid) != ProcessHandle.current().pid())
                .forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
        Commands.run("ip", "netns", "delete", name);
    }

    private static void moveIn(String name) {
        int fd = SystemCalls.open(file(name), READ_ONLY);
        if (fd < 0 || SystemCalls.setns(fd, CLONE_NEWNET) != 0) {
            throw new IllegalStateException("cannot enter the network namespace " + name);
        }
        SystemCalls.close(fd);
    }

    private static String file(String name) {
        return "/run/netns/" + name;
    }
}
