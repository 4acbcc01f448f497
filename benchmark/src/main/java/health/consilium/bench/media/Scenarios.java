package health.consilium.bench.media;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import health.consilium.e2e.lab.Link;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bad networks of this world, as far as we measure them. */
final class Scenarios {
    private static final int STEADY = 20;

    static final List<Scenario> ALL = List.of(
            Scenario.steady("clean", "a good network: no loss, no delay", STEADY, link(link -> {})),
            Scenario.steady("rtt-100", "100 ms round trip", STEADY, link(link -> link.delay(ofMillis(50)))),
            Scenario.steady("rtt-300", "300 ms round trip", STEADY, link(link -> link.delay(ofMillis(150)))),
            Scenario.steady("loss-5", "5 % of packets lost, each way", STEADY, link(link -> link.loss(0.05))),
            Scenario.steady("loss-20", "20 % of packets lost, each way", STEADY, link(link -> link.loss(0.2))),
            narrow("rate-300", "300 kbit/s", 300_000),
            narrow("rate-150", "150 kbit/s", 150_000),
            outage("blackout-3", 3, 12),
            outage("blackout-10", 10, 20),
            outage("blackout-40", 40, 25),
            Scenario.event(
                    "address-change",
                    "from Wi-Fi to mobile: another address, the old one gone at once",
                    20,
                    stage -> stage.patient().movesToAnotherNetwork()),
            Scenario.steady(
                    "no-direct-way",
                    "the two cannot reach each other: through the relay",
                    STEADY,
                    stage -> stage.lab().deny(stage.patient(), stage.doctor())),
            Scenario.steady(
                    "udp-blocked",
                    "UDP blocked: through the relay over TCP",
                    STEADY,
                    stage -> stage.lab().blockUdp(stage.patient())),
            Scenario.steady(
                    "only-tls",
                    "nothing but web and TLS ports: through the relay over TLS",
                    STEADY,
                    Scenarios::onlyTls),
            Scenario.steady(
                    "wifi",
                    "Wi-Fi with interference: up to 30 ms of jitter, stalls of 150 ms every 2 s, 1 % of packets lost",
                    STEADY,
                    link(link -> link.delay(ofMillis(5))
                            .jitter(ofMillis(30))
                            .stalls(ofSeconds(2), ofMillis(150))
                            .loss(0.01))));

    private Scenarios() {}

    /** @throws IllegalArgumentException naming what there is */
    static List<Scenario> named(List<String> names) {
        List<String> known = ALL.stream().map(Scenario::name).toList();
        List<String> strange =
                names.stream().filter(Predicate.not(known::contains)).toList();
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException("no such scenario: " + strange + "; there are " + known);
        }
        return names.isEmpty()
                ? ALL
                : ALL.stream().filter(one -> names.contains(one.name())).toList();
    }

    private static Consumer<Stage> link(Consumer<Link> change) {
        return stage -> change.accept(stage.lab().link(stage.patient()));
    }

    private static Scenario narrow(String name, String title, long rate) {
        return Scenario.passing(
                name, title + " for 30 s", 30, link(link -> link.rate(rate)), 30, link(link -> link.rate(0)));
    }

    private static Scenario outage(String name, int seconds, int after) {
        return Scenario.passing(
                name, "no network for " + seconds + " s", seconds, link(Link::cut), after, link(Link::restore));
    }

    private static void onlyTls(Stage stage) {
        stage.lab()
                .allowOnlyTcp(
                        stage.patient(),
                        Stream.concat(stage.webPorts().stream(), Stream.of(Stage.RELAY_TLS_PORT))
                                .collect(Collectors.toSet()));
    }
}
