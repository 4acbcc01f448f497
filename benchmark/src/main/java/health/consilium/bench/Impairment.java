package health.consilium.bench;

import health.consilium.e2e.lab.Host;
import health.consilium.e2e.lab.Lab;
import java.time.Duration;
import java.util.List;

/**
 * Something known that is wrong with a call.
 *
 * @param cause none, loss, delay, jitter, bandwidth or relay
 * @param side whose it is: patient, doctor, both, between; empty when nothing is wrong
 * @param direction of the media that suffers: fromPatient, fromDoctor, both; empty when nothing is wrong
 * @param trouble makes it so
 */
record Impairment(String name, String cause, String side, String direction, Trouble trouble) {
    /** What is done to the network. */
    @FunctionalInterface
    interface Trouble {
        void on(Lab lab, Host patient, Host doctor);
    }

    private static final Duration QUEUE = Duration.ofMillis(300);

    static final List<Impairment> ALL = List.of(
            new Impairment("clean", "none", "", "", (lab, patient, doctor) -> {}),
            loss("loss-5-patient", "patient", "both", (lab, p, d) -> lab.link(p).loss(0.05)),
            loss("loss-20-doctor", "doctor", "both", (lab, p, d) -> lab.link(d).loss(0.2)),
            loss("loss-10-patient-up", "patient", "fromPatient", (lab, p, d) -> lab.sending(p).loss(0.1)),
            loss("loss-10-patient-down", "patient", "fromDoctor", (lab, p, d) -> lab.receiving(p).loss(0.1)),
            loss("loss-8-doctor-down", "doctor", "fromPatient", (lab, p, d) -> lab.receiving(d).loss(0.08)),
            loss("loss-6-both", "both", "both", (lab, p, d) -> {
                lab.link(p).loss(0.06);
                lab.link(d).loss(0.06);
            }),
            delay("delay-150-patient", "patient", (lab, p, d) -> lab.link(p).delay(Duration.ofMillis(150))),
            delay("delay-250-doctor", "doctor", (lab, p, d) -> lab.link(d).delay(Duration.ofMillis(250))),
            delay("delay-110-both", "both", (lab, p, d) -> {
                lab.link(p).delay(Duration.ofMillis(110));
                lab.link(d).delay(Duration.ofMillis(110));
            }),
            narrow("rate-300-patient-up", "patient", "fromPatient", (lab, p, d) -> lab.sending(p).rate(300_000).queue(QUEUE)),
            narrow("rate-300-patient-down", "patient", "fromDoctor", (lab, p, d) -> lab.receiving(p).rate(300_000).queue(QUEUE)),
            narrow("rate-150-doctor", "doctor", "both", (lab, p, d) -> lab.link(d).rate(150_000).queue(QUEUE)),
            narrow("rate-400-doctor-up", "doctor", "fromDoctor", (lab, p, d) -> lab.sending(d).rate(400_000).queue(QUEUE)),
            narrow("rate-250-doctor-down", "doctor", "fromPatient", (lab, p, d) -> lab.receiving(d).rate(250_000).queue(QUEUE)),
            narrow("rate-300-patient", "patient", "both", (lab, p, d) -> lab.link(p).rate(300_000).queue(QUEUE)),
            jitter("jitter-120-patient", "patient", "both", (lab, p, d) -> lab.link(p).jitter(Duration.ofMillis(120))),
            jitter("jitter-150-doctor-up", "doctor", "fromDoctor", (lab, p, d) -> lab.sending(d).jitter(Duration.ofMillis(150))),
            jitter("wifi-patient", "patient", "both", (lab, p, d) ->
                    lab.link(p).stalls(Duration.ofMillis(1_500), Duration.ofMillis(350))),
            jitter("wifi-doctor", "doctor", "both", (lab, p, d) ->
                    lab.link(d).stalls(Duration.ofMillis(2_000), Duration.ofMillis(400))),
            new Impairment("relay-far", "relay", "between", "both", (lab, p, d) -> {
                lab.deny(p, d);
                lab.link(lab.host("server")).delay(Duration.ofMillis(90));
            }),
            new Impairment("relay-tcp-patient", "relay", "patient", "both", (lab, p, d) -> {
                lab.blockUdp(p);
                lab.link(p).loss(0.04);
            }));

    private static Impairment loss(String name, String side, String direction, Trouble trouble) {
        return new Impairment(name, "loss", side, direction, trouble);
    }

    private static Impairment delay(String name, String side, Trouble trouble) {
        return new Impairment(name, "delay", side, "both", trouble);
    }

    private static Impairment narrow(String name, String side, String direction, Trouble trouble) {
        return new Impairment(name, "bandwidth", side, direction, trouble);
    }

    private static Impairment jitter(String name, String side, String direction, Trouble trouble) {
        return new Impairment(name, "jitter", side, direction, trouble);
    }
}
