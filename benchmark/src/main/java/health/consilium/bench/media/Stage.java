package health.consilium.bench.media;

import com.microsoft.playwright.Browser;
import health.consilium.bench.Floor;
import health.consilium.e2e.browser.Browsers;
import health.consilium.e2e.lab.Host;
import health.consilium.e2e.lab.Lab;
import health.consilium.e2e.server.SelfSigned;
import health.consilium.e2e.server.ServerProcess;
import health.consilium.e2e.server.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A patient, a doctor and a server on a network of their own; what a scenario does, it does to the patient's link. */
final class Stage implements AutoCloseable {
    static final int RELAY_PORT = 3478;
    static final int RELAY_TLS_PORT = 5349;

    private final Recorder recorder;
    private final Lab lab = Lab.open();
    private final Host patient = lab.host("patient");
    private final Host doctor = lab.host("doctor");
    private final Host house = lab.host("server");
    private final ServerProcess server = ServerProcess.start(house.site(), settings(house.site()));
    private final Floor floor = house.inside(() -> new Floor(house.address(), house.address()));
    private final Browsers browsers = new Browsers();

    Stage(Recorder recorder) {
        this.recorder = recorder;
    }

    Recorder recorder() {
        return recorder;
    }

    Lab lab() {
        return lab;
    }

    Host patient() {
        return patient;
    }

    Host doctor() {
        return doctor;
    }

    ServerProcess server() {
        return server;
    }

    Floor floor() {
        return floor;
    }

    Browser patientsBrowser() {
        return browsers.chromium(recorder.patient(), patient.seat(server.address(), floor.address()));
    }

    Browser doctorsBrowser() {
        return browsers.chromium(recorder.doctor(), doctor.seat(server.address(), floor.address()));
    }

    /** The ports of pages and sockets, as a firewall must let through for any call to begin. */
    Set<Integer> webPorts() {
        Set<Integer> ports = new HashSet<>(floor.ports());
        ports.add(server.port());
        return ports;
    }

    private static Map<String, String> settings(Site site) {
        Map<String, String> settings = new HashMap<>(SelfSigned.relay());
        settings.putAll(site.settings());
        settings.put("consilium.relay.port", String.valueOf(RELAY_PORT));
        settings.put("consilium.relay.tls-port", String.valueOf(RELAY_TLS_PORT));
        return settings;
    }

    @Override
    public void close() {
        browsers.close();
        floor.close();
        server.close();
        lab.close();
    }
}
