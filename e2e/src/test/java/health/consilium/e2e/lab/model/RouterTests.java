package health.consilium.e2e.lab.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three hosts on a star, in virtual time. */
class RouterTests {
    private static final long MS = 1_000_000;
    private static final int PATIENT = 1;
    private static final int DOCTOR = 2;
    private static final int SERVER = 3;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int WEB = 443;

    private final Router router = new Router();
    private final List<Packet> atDoctor = new ArrayList<>();
    private final List<Packet> atServer = new ArrayList<>();
    private final List<Packet> atPatient = new ArrayList<>();
    private final Port patient = host(PATIENT, atPatient);
    private final Port doctor = host(DOCTOR, atDoctor);
    private final Port server = host(SERVER, atServer);

    @Test
    @DisplayName("a packet passes the sender's link, then the receiver's")
    void twoLinks() {
        patient.sending().change(link -> link.withDelay(Duration.ofMillis(20)));
        doctor.receiving().change(link -> link.withDelay(Duration.ofMillis(30)));
        router.accept(0, patient, packet(PATIENT, DOCTOR, UDP));
        assertThat(router.next()).isEqualTo(20 * MS);
        router.release(20 * MS);
        assertThat(router.next()).isEqualTo(50 * MS);
        router.release(50 * MS - 1);
        assertThat(atDoctor).isEmpty();
        router.release(50 * MS);
        assertThat(atDoctor).hasSize(1);
        assertThat(router.next()).isEqualTo(Router.NEVER);
    }

    @Test
    @DisplayName("a thread that comes late does not make packets later still")
    void late() {
        patient.sending().change(link -> link.withDelay(Duration.ofMillis(20)));
        doctor.receiving().change(link -> link.withDelay(Duration.ofMillis(30)));
        router.accept(0, patient, packet(PATIENT, DOCTOR, UDP));
        router.release(60 * MS);
        assertThat(atDoctor).hasSize(1);
    }

    @Test
    @DisplayName("two senders share the receiver's narrow link")
    void shared() {
        doctor.receiving().change(link -> link.withRate(1_000_000));
        router.accept(0, patient, packet(PATIENT, DOCTOR, UDP));
        router.accept(0, server, packet(SERVER, DOCTOR, UDP));
        router.release(0);
        assertThat(router.next()).isPositive();
        long first = router.next();
        router.release(first);
        assertThat(router.next()).isEqualTo(2 * first);
    }

    @Test
    @DisplayName("a link that is cut loses what is under way to it, too")
    void cutUnderWay() {
        patient.sending().change(link -> link.withDelay(Duration.ofMillis(20)));
        router.accept(0, patient, packet(PATIENT, DOCTOR, UDP));
        doctor.receiving().change(link -> link.withCut(true));
        router.release(20 * MS);
        assertThat(atDoctor).isEmpty();
        assertThat(doctor.receiving().statistics().cut()).isEqualTo(1);
    }

    @Test
    @DisplayName("two that are kept apart reach everybody else")
    void between() {
        router.forbid(Rule.between(patient, doctor));
        send(patient, PATIENT, DOCTOR, UDP);
        send(doctor, DOCTOR, PATIENT, TCP);
        send(patient, PATIENT, SERVER, UDP);
        assertThat(atDoctor).isEmpty();
        assertThat(atPatient).isEmpty();
        assertThat(atServer).hasSize(1);
        router.allowAll();
        send(patient, PATIENT, DOCTOR, UDP);
        assertThat(atDoctor).hasSize(1);
    }

    @Test
    @DisplayName("where UDP is blocked, TCP passes, both ways")
    void udp() {
        router.forbid(Rule.udpOf(patient));
        send(patient, PATIENT, SERVER, UDP);
        send(server, SERVER, PATIENT, UDP);
        assertThat(atServer).isEmpty();
        assertThat(atPatient).isEmpty();
        send(patient, PATIENT, SERVER, TCP);
        send(doctor, DOCTOR, SERVER, UDP);
        assertThat(atServer).hasSize(2);
    }

    @Test
    @DisplayName("where only web sites are allowed, only TCP to their ports and back passes")
    void onlyWeb() {
        router.forbid(Rule.allBut(patient, Set.of(WEB)));
        router.accept(0, patient, packet(PATIENT, SERVER, UDP, 50_000, WEB));
        router.accept(0, patient, packet(PATIENT, SERVER, TCP, 50_000, 3478));
        router.release(0);
        assertThat(atServer).isEmpty();
        router.accept(0, patient, packet(PATIENT, SERVER, TCP, 50_000, WEB));
        router.accept(0, server, packet(SERVER, PATIENT, TCP, WEB, 50_000));
        router.release(0);
        assertThat(atServer).hasSize(1);
        assertThat(atPatient).hasSize(1);
    }

    @Test
    @DisplayName("an address can move away: the old one is dead, the new one works both ways")
    void moved() {
        router.attach(11, patient);
        router.detach(PATIENT);
        send(server, SERVER, PATIENT, UDP);
        send(patient, PATIENT, SERVER, UDP);
        assertThat(atPatient).isEmpty();
        assertThat(atServer).isEmpty();
        send(server, SERVER, 11, UDP);
        send(patient, 11, SERVER, UDP);
        assertThat(atPatient).hasSize(1);
        assertThat(atServer).hasSize(1);
    }

    @Test
    @DisplayName("what is not IPv4 is not carried")
    void onlyIpv4() {
        router.accept(0, patient, new Packet(new byte[] {0x60, 0, 0}));
        byte[] six = new byte[60];
        six[0] = 0x60;
        router.accept(0, patient, new Packet(six));
        assertThat(router.next()).isEqualTo(Router.NEVER);
    }

    private Port host(int address, List<Packet> arrived) {
        Port port = new Port(new Lane(address), new Lane(address + 100), arrived::add);
        router.attach(address, port);
        return port;
    }

    private void send(Port from, int source, int destination, int protocol) {
        router.accept(0, from, packet(source, destination, protocol));
        router.release(0);
    }

    private static Packet packet(int source, int destination, int protocol) {
        return packet(source, destination, protocol, 1, 2);
    }

    private static Packet packet(int source, int destination, int protocol, int sourcePort, int destinationPort) {
        ByteBuffer bytes = ByteBuffer.allocate(60);
        bytes.put(0, (byte) 0x45).put(9, (byte) protocol).putInt(12, source).putInt(16, destination);
        bytes.putShort(20, (short) sourcePort).putShort(22, (short) destinationPort);
        return new Packet(bytes.array());
    }
}
