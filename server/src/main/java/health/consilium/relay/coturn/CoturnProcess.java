package health.consilium.relay.coturn;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import health.consilium.relay.RelayProperties;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** coturn as a child: started with us, ended with us (also when we are killed), started again when it dies. */
@Component
public class CoturnProcess implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CoturnProcess.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final RelayProperties settings;
    private final DataDirectory data;
    private final SecretStore secrets;
    private final RelayTls tls;
    private volatile boolean wanted;
    private volatile boolean running;
    private volatile boolean speaksTls;
    private volatile @Nullable Thread keeper;

    CoturnProcess(RelayProperties settings, DataDirectory data, SecretStore secrets, RelayTls tls) {
        this.settings = settings;
        this.data = data;
        this.secrets = secrets;
        this.tls = tls;
    }

    /** Whether a relay of our own is up. */
    public boolean up() {
        return running;
    }

    /** Whether it also speaks TLS, with the certificate that {@link RelayTls} knows. */
    boolean speaksTls() {
        return speaksTls;
    }

    @Override
    public void start() {
        if (!settings.enabled() || !settings.urls().isEmpty()) {
            return;
        }
        if (!installed()) {
            log.warn("coturn is not installed: calls through strict firewalls will not connect."
                    + " Install it (apt-get install coturn) or set CONSILIUM_RELAY_URLS.");
            return;
        }
        wanted = true;
        keeper = Thread.ofPlatform().daemon().name("coturn-keeper").start(this::keep);
    }

    @Override
    public void stop() {
        wanted = false;
        Thread current = keeper;
        if (current != null) {
            current.interrupt();
            ended(current);
        }
    }

    /** Whoever starts it again must find the port free, and no second keeper. */
    private static void ended(Thread keeper) {
        try {
            keeper.join(A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return wanted;
    }

    /** One thread for the child's whole life: the kernel ends the child when this thread ends. */
    private void keep() {
        Duration pause = Duration.ofSeconds(1);
        try {
            while (wanted) {
                long began = System.nanoTime();
                String end = lifeOfAChild();
                if (!wanted) {
                    return;
                }
                boolean lasted = System.nanoTime() - began > TimeUnit.MINUTES.toNanos(1);
                pause = lasted ? Duration.ofSeconds(1) : doubled(pause);
                log.warn("coturn {}; starting it again in {} s", end, pause.toSeconds());
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            log.debug("coturn is wanted no more");
        }
    }

    /** @return what became of it */
    private String lifeOfAChild() throws InterruptedException {
        try {
            awaitOwnPort();
            Process child = launch();
            try {
                String address = addresses().listening().getFirst();
                boolean listening = Listening.awaits(child, address, settings.port());
                speaksTls = listening && tls.answers(address);
                running = listening;
                return "ended with code " + child.waitFor();
            } finally {
                running = false;
                speaksTls = false;
                child.destroy();
                child.waitFor(A_MOMENT);
            }
        } catch (IOException | RuntimeException e) {
            return "cannot be started: " + e.getMessage();
        }
    }

    /**
     * With another relay on our port, half of what browsers send would reach it, and our credentials mean nothing there. So
     * calls do without ours until the port is free.
     */
    private void awaitOwnPort() throws InterruptedException, SocketException {
        // A relay of ours that was killed a moment ago may still be on its way out.
        Duration patience = A_MOMENT;
        for (boolean said = false; taken(); Thread.sleep(LOOK_AGAIN)) {
            patience = patience.minus(LOOK_AGAIN);
            if (patience.isNegative() && !said) {
                said = true;
                log.warn(
                        "port {} of the relay is taken, probably by another Consilium on this machine: calls through strict"
                                + " firewalls will not connect. End the other one, or set CONSILIUM_RELAY_PORT and"
                                + " CONSILIUM_RELAY_TLSPORT to free ports.",
                        settings.port());
            }
        }
    }

    private boolean taken() throws SocketException {
        return !Ports.free(addresses().listening(), settings.port())
                || tls.certificate().isPresent() && !Ports.free(addresses().listening(), settings.tlsPort());
    }

    private static Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private Process launch() throws IOException {
        Path directory = data.directory("relay");
        Path config = directory.resolve("turnserver.conf");
        Files.deleteIfExists(config);
        Files.createFile(config, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(config, CoturnConfig.lines(settings, secrets.named("turn"), addresses(), tls.certificate()));
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            command.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "TERM"));
        }
        command.addAll(List.of(
                settings.program(),
                "-c",
                config.toString(),
                "--pidfile",
                directory.resolve("pid").toString()));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private RelayAddresses addresses() throws SocketException {
        return RelayAddresses.of(settings.listenAddresses());
    }

    private boolean installed() {
        if (settings.program().contains("/")) {
            return Files.isExecutable(Path.of(settings.program()));
        }
        for (String directory : String.valueOf(System.getenv("PATH")).split(":")) {
            if (Files.isExecutable(Path.of(directory, settings.program()))) {
                return true;
            }
        }
        return false;
    }
}
