package health.consilium.e2e.lab;

import health.consilium.e2e.browser.Seat;
import health.consilium.e2e.lab.linux.Namespace;
import health.consilium.e2e.lab.linux.Tun;
import health.consilium.e2e.lab.model.Packet;
import health.consilium.e2e.lab.model.Port;
import health.consilium.e2e.lab.model.Router;
import health.consilium.e2e.server.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;

/** A computer in the lab: programs run in its namespace and see its one interface and no other. */
public final class Host implements AutoCloseable {
    private static final String INTERFACE = "eth0";

    private final String name;
    private final int number;
    private final Namespace namespace;
    private final Router router;
    private final Tun cable;
    private final Port port;
    private final HostSite site;
    private Inet4Address address;
    private int moves;

    Host(String name, int number, String namespaceName, Router router, long seed) {
        this.name = name;
        this.number = number;
        this.router = router;
        this.namespace = Namespace.create(namespaceName);
        this.cable = namespace.inside(() -> Tun.create(INTERFACE));
        this.port = LabNetwork.port(seed, cable);
        this.address = LabNetwork.address(number, 0);
        this.site = new HostSite(this);
        namespace.ip("link", "set", INTERFACE, "up", "txqueuelen", "1000");
        takes(address);
        // Browsers list an interface only when it has a route.
        namespace.ip("route", "add", "default", "dev", INTERFACE);
    }

    public String name() {
        return name;
    }

    /** As the other hosts know it. */
    public String address() {
        return address.getHostAddress();
    }

    /** Where a server process runs that belongs to this host. */
    public Site site() {
        return site;
    }

    /**
     * Where a browser runs that belongs to this host.
     *
     * @param pages addresses without TLS whose pages may use camera and microphone all the same
     */
    public Seat seat(URI... pages) {
        return new Seat(name, this::program, site::sameDoor, List.of(pages));
    }

    /**
     * Another network, another address: what somebody goes through who leaves the house and changes from Wi-Fi to mobile.
     * The old address is gone at once; whatever was on its way to it is lost.
     */
    public Host movesToAnotherNetwork() {
        Inet4Address former = address;
        address = LabNetwork.address(number, ++moves);
        takes(address);
        router.detach(Packet.address(former));
        namespace.ip("address", "del", former.getHostAddress() + "/24", "dev", INTERFACE);
        return this;
    }

    /**
     * Does something on a thread that lives on this host: sockets opened there belong to it for good. The work must not
     * start threads that others share, such as those of virtual threads.
     */
    public <T> T inside(Callable<T> work) {
        return namespace.inside(work);
    }

    /** A command line that runs a program on this host. */
    public List<String> command(List<String> program) {
        return namespace.command(program);
    }

    /** A program that runs another one on this host, for launchers that take a path only. */
    private Path program(Path program) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "lab").toAbsolutePath());
            Path script = Files.createTempFile(
                    folder,
                    name + "-" + program.getFileName() + "-",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            script.toFile().deleteOnExit();
            String line = String.join(" ", namespace.command(List.of(program.toString())));
            return Files.writeString(script, "#!/bin/sh\nexec " + line + " \"$@\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Port port() {
        return port;
    }

    Tun cable() {
        return cable;
    }

    private void takes(Inet4Address fresh) {
        router.attach(Packet.address(fresh), port);
        namespace.ip("address", "add", fresh.getHostAddress() + "/24", "dev", INTERFACE);
    }

    /** After the carrier has ended. */
    @Override
    public void close() {
        site.close();
        cable.close();
        namespace.close();
    }
}
