package health.consilium.bench;

import health.consilium.e2e.lab.Host;
import health.consilium.e2e.lab.Lab;
import health.consilium.e2e.lab.Link;
import java.time.Duration;
import java.util.List;

/**
 * Something known that is wrong with a call.
 *
 * @param cause none, loss, delay, jitter, bandwidth, cpu or relay
 * @param side whose it is: patient, doctor, both, between; empty when nothing is wrong
 * @param direction of the media that suffers: fromPatient, fromDoctor, both; empty when nothing is wrong, or when it is left open
 * @param trouble makes it so
 */
record Impairment(String name, String cause, String side, String direction, Trouble trouble) {
    /** Where the call takes place. */
    record Scene(Lab lab, Host patient, Host doctor, Brake brake) {
        Link patientLink() {
            return lab.link(patient);
        }

        Link doctorLink() {
            return lab.link(doctor);
        }

        Link serverLink() {
            return lab.link(lab.host("server"));
        }
    }

    /** What is done to it. */
    @FunctionalInterface
    interface Trouble {
        void on(Scene scene);
    }

    private static final Duration QUEUE = Duration.ofMillis(300);

    static final List<Impairment> ALL = List.of(
            fine("clean", scene -> {}),
            fine("far-server", scene -> scene.serverLink().delay(Duration.ofMillis(150))),
            fine("far-but-fine", scene -> {
                scene.patientLink().delay(Duration.ofMillis(30));
                scene.doctorLink().delay(Duration.ofMillis(30));
            }),
            loss(
                    "loss-5-patient",
                    "patient",
                    "both",
                    scene -> scene.patientLink().loss(0.05)),
            loss("loss-20-doctor", "doctor", "both", scene -> scene.doctorLink().loss(0.2)),
            loss(
                    "loss-10-patient-up",
                    "patient",
                    "fromPatient",
                    scene -> scene.lab().sending(scene.patient()).loss(0.1)),
            loss(
                    "loss-10-patient-down",
                    "patient",
                    "fromDoctor",
                    scene -> scene.lab().receiving(scene.patient()).loss(0.1)),
            loss(
                    "loss-8-doctor-down",
                    "doctor",
                    "fromPatient",
                    scene -> scene.lab().receiving(scene.doctor()).loss(0.08)),
            loss("loss-6-both", "both", "both", scene -> {
                scene.patientLink().loss(0.06);
                scene.doctorLink().loss(0.06);
            }),
            delay("delay-150-patient", "patient", scene -> scene.patientLink().delay(Duration.ofMillis(150))),
            delay("delay-250-doctor", "doctor", scene -> scene.doctorLink().delay(Duration.ofMillis(250))),
            delay("delay-110-both", "both", scene -> {
                scene.patientLink().delay(Duration.ofMillis(110));
                scene.doctorLink().delay(Duration.ofMillis(110));
            }),
            narrow(
                    "rate-300-patient-up",
                    "patient",
                    "fromPatient",
                    scene -> scene.lab().sending(scene.patient()).rate(300_000).queue(QUEUE)),
            narrow(
                    "rate-300-patient-down",
                    "patient",
                    "fromDoctor",
                    scene ->
                            scene.lab().receiving(scene.patient()).rate(300_000).queue(QUEUE)),
            narrow(
                    "rate-150-doctor",
                    "doctor",
                    "both",
                    scene -> scene.doctorLink().rate(150_000).queue(QUEUE)),
            narrow(
                    "rate-400-doctor-up",
                    "doctor",
                    "fromDoctor",
                    scene -> scene.lab().sending(scene.doctor()).rate(400_000).queue(QUEUE)),
            narrow(
                    "rate-250-doctor-down",
                    "doctor",
                    "fromPatient",
                    scene -> scene.lab().receiving(scene.doctor()).rate(250_000).queue(QUEUE)),
            narrow(
                    "rate-300-patient",
                    "patient",
                    "both",
                    scene -> scene.patientLink().rate(300_000).queue(QUEUE)),
            jitter(
                    "jitter-120-patient",
                    "patient",
                    "both",
                    scene -> scene.patientLink().jitter(Duration.ofMillis(120))),
            jitter(
                    "jitter-150-doctor-up",
                    "doctor",
                    "fromDoctor",
                    scene -> scene.lab().sending(scene.doctor()).jitter(Duration.ofMillis(150))),
            jitter(
                    "wifi-patient",
                    "patient",
                    "both",
                    scene -> scene.patientLink().stalls(Duration.ofMillis(1_500), Duration.ofMillis(350))),
            jitter(
                    "wifi-doctor",
                    "doctor",
                    "both",
                    scene -> scene.doctorLink().stalls(Duration.ofMillis(2_000), Duration.ofMillis(400))),
            new Impairment("relay-far", "relay", "between", "both", scene -> {
                scene.lab().deny(scene.patient(), scene.doctor());
                scene.serverLink().delay(Duration.ofMillis(90));
            }),
            new Impairment(
                    "slow-patient", "cpu", "patient", "", scene -> scene.brake().slow(scene.patient(), 0.2)),
            new Impairment(
                    "slow-doctor", "cpu", "doctor", "", scene -> scene.brake().slow(scene.doctor(), 0.15)),
            new Impairment("relay-tcp-patient", "relay", "patient", "both", scene -> {
                scene.lab().blockUdp(scene.patient());
                scene.patientLink().loss(0.04);
            }));

    private static Impairment fine(String name, Trouble trouble) {
        return new Impairment(name, "none", "", "", trouble);
    }

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
