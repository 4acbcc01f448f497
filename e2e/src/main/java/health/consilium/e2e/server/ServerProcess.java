package health.consilium.e2e.server;

import health.consilium.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built server as a child process in demo mode, with a data directory of its own; it can be killed and started again. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private final Site site;
    private final Map<String, String> settings;
    private final List<String> jvm;
    private final TestClock clock;
    private final int port;
    private Process process;

    private ServerProcess(Path home, Site site, Map<String, String> settings, List<String> jvm) {
        this.jvm = jvm;
        this.home = home;
        this.site = site;
        this.clock = new TestClock(home.resolve("clock"));
        this.port = freePort();
        this.settings = new LinkedHashMap<>(Map.of(
                "consilium.mode", "demo",
                "consilium.data.directory", home.resolve("data").toString(),
                "consilium.clock.offset-file", clock.file().toString(),
                "consilium.relay.port", String.valueOf(freePort()),
                "consilium.relay.tls-port", String.valueOf(freePort()),
                "server.port", String.valueOf(port)));
        this.settings.putAll(site.settings());
        this.settings.putAll(settings);
        this.process = launch();
    }

    /** @param settings further configuration keys, for example consilium.consultation.grace */
    public static ServerProcess start(Map<String, String> settings) {
        return start(Site.HERE, settings);
    }

    /** The same somewhere else, for example in the lab. */
    public static ServerProcess start(Site site, Map<String, String> settings) {
        return start(site, settings, List.of());
    }

    /** @param jvm further options of its Java */
    public static ServerProcess start(Site site, Map<String, String> settings, List<String> jvm) {
        try {
            Path base = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            Path home = Files.createTempDirectory(base, "server-");
            PostgresPrograms.lend(base, home);
            ServerProcess server = new ServerProcess(home, site, settings, jvm);
            server.awaitReady();
            PostgresPrograms.keep(base, home);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gone in the middle of whatever it was doing. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    public void stop() {
        process.destroy();
        awaitExit();
    }

    /** Once more, on the same data and the same port. */
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    public TestClock clock() {
        return clock;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path home() {
        return home;
    }

    /** As browsers reach it. */
    public URI address() {
        return site.address(port);
    }

    /** As this program reaches it. */
    private URI door() {
        return URI.create("http://localhost:" + site.door(port));
    }

    public Api api() {
        return new Api(door());
    }

    public Database database() {
        return Database.of(home.resolve("data"), site);
    }

    @Override
    public void close() {
        stop();
    }

    /** In place of what somebody may have set in the root of the project. */
    private Path nothingSet() throws IOException {
        return Files.writeString(home.resolve("consilium.properties"), "");
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions());
        command.addAll(furtherOptions());
        command.addAll(jvm);
        command.addAll(aotCache());
        command.addAll(List.of("-jar", jar().toString()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            // As ./run does, from the root of the project: the memory of former starts holds only there.
            ProcessBuilder builder = new ProcessBuilder(site.command(command))
                    .directory(absolute("..").toFile());
            builder.environment().put("CONSILIUM_CONFIG", nothingSet().toString());
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("server.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As ./run starts it. */
    public static List<String> jvmOptions() {
        try {
            return List.of(
                    Files.readString(Path.of("../scripts/java-options")).strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of whoever starts the tests (-Dconsilium.server.jvm), for programs that live a minute. */
    private static List<String> furtherOptions() {
        String options = System.getProperty("consilium.server.jvm", "");
        return options.isEmpty() ? List.of() : List.of(options.split(" "));
    }

    /** The memory of former starts, where that was made (-Dconsilium.server.aot). */
    private static List<String> aotCache() {
        String aot = System.getProperty("consilium.server.aot", "");
        return aot.isEmpty() ? List.of() : List.of("-XX:AOTCache=" + absolute(aot), "-Xlog:aot=off", "-Xlog:cds=off");
    }

    private static Path jar() {
        Path jar = absolute(System.getProperty("consilium.server.jar", "../server/target/consilium.jar"));
        if (Files.notExists(jar)) {
            throw new IllegalStateException(jar + " is not there: build the server first (mvn -pl server package)");
        }
        return jar;
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private void awaitReady() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(door().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            Await.until("the server is ready, see " + home.resolve("server.log"), START_LIMIT, () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server did not start, see " + home.resolve("server.log"));
                }
                return answersWell(client, ready);
            });
        }
    }

    private static boolean answersWell(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
