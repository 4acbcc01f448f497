package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Media;
import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Q4, L13: a network that fails as networks do, and a call that comes back by itself. */
@NeedsLab
class NetworkTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.inTheLab();

    @Test
    @DisplayName("L13, Q4: ten seconds without any network: the call comes back by itself, nothing written is lost")
    void tenSecondsWithoutNetwork() {
        Call call = call();
        Person patient = call.patient();
        clinic.lab().blackout(clinic.hostOf(ROSSI));
        patient.writes("Can you read me?");
        call.doctor().writes("Are you still there?");
        outage(Duration.ofSeconds(10));
        clinic.lab().mend();
        call.isLive().bothSeeMore(60);
        bothAreShownPictures(call);
        patient.hearsTheOther().reads("Are you still there?");
        call.doctor().hearsTheOther().reads("Can you read me?");
        call.hasOneParticipantEach();
    }

    @Test
    @DisplayName("Q4: forty seconds without any network: the call comes back by itself")
    void fortySecondsWithoutNetwork() {
        Call call = call();
        clinic.lab().blackout(clinic.hostOf(ROSSI));
        outage(Duration.ofSeconds(40));
        clinic.lab().mend();
        call.isLive().bothSeeMore(60).bothHear().hasOneParticipantEach();
        bothAreShownPictures(call);
    }

    @Test
    @DisplayName("V1: where the two cannot reach each other, the call goes through the relay")
    void noDirectWay() {
        clinic.lab().deny(clinic.hostOf(ROSSI), clinic.hostOf(WEBER));
        Call call = call().bothSeeMore(60).bothHear();
        assertThat(call.patient().media().localType() + call.patient().media().remoteType())
                .contains("relay");
    }

    @Test
    @DisplayName("V1: where UDP is blocked, the call goes over TCP to the relay")
    void noUdp() {
        clinic.lab().blockUdp(clinic.hostOf(ROSSI));
        Call call = call().bothSeeMore(60).bothHear();
        assertThat(call.patient().media().localType()).isEqualTo("relay");
        assertThat(call.patient().media().relayProtocol()).isEqualTo("tcp");
    }

    @Test
    @DisplayName("Q4: who changes from Wi-Fi to mobile in the middle of a call stays in it")
    void anotherAddress() {
        Call call = call();
        clinic.hostOf(ROSSI).movesToAnotherNetwork();
        call.isLive().bothSeeMore(60).bothHear().hasOneParticipantEach();
        bothAreShownPictures(call);
    }

    @Test
    @DisplayName(
            "Q3, Q5: with one packet in twenty lost, both see and hear each other, and each sends its sound twice; once again when nothing is lost")
    void lostPackets() {
        Call call = call();
        List<Person> both = List.of(call.patient(), call.doctor());
        List<Double> plain =
                both.stream().map(NetworkTests::bytesOfAVoicePacket).toList();
        clinic.lab().link(clinic.hostOf(ROSSI)).loss(0.05);
        call.bothSeeMore(150).bothHear();
        assertThat(clinic.lab().sent(clinic.hostOf(ROSSI)).lost()).isPositive();
        both.forEach(one -> awaits(
                one.who() + " sends its sound twice",
                () -> bytesOfAVoicePacket(one) > 1.5 * plain.get(both.indexOf(one))));
        clinic.lab().mend();
        both.forEach(one -> awaits(
                one.who() + " sends its sound once",
                () -> bytesOfAVoicePacket(one) < 1.25 * plain.get(both.indexOf(one))));
        call.bothSeeMore(10).bothHear();
    }

    /** Of the next second. */
    private static double bytesOfAVoicePacket(Person person) {
        Media first = person.media();
        Media last = Await.value(
                person.who() + " says something",
                Duration.ofSeconds(20),
                person::media,
                now -> now.voicePackets() - first.voicePackets() >= 50);
        return (double) (last.voiceBytes() - first.voiceBytes()) / (last.voicePackets() - first.voicePackets());
    }

    private static void awaits(String what, BooleanSupplier holds) {
        Await.until(what, Duration.ofSeconds(40), holds);
    }

    private static void bothAreShownPictures(Call call) {
        call.patient().isShownFrames(30);
        call.doctor().isShownFrames(30);
    }

    private static Call call() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        return Call.between(clinic, appointment, clinic.signedIn(ROSSI), clinic.signedIn(WEBER))
                .bothSeeMore(30);
    }

    /** The length of an outage is what is tested; nothing is waited for. */
    private static void outage(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
