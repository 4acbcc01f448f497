package health.consilium.e2e.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.e2e.NeedsLab;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Real sockets in real namespaces. */
@NeedsLab
class LabTests {
    private static final int ECHO = 7000;
    private static final int SOON_MS = 300;

    private final Lab lab = Lab.open();
    private final Host patient = lab.host("patient");
    private final Host server = lab.host("server");
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void tidy() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        lab.close();
    }

    @Test
    @DisplayName("a round trip takes the four delays, and little more")
    void roundTrip() throws IOException {
        DatagramSocket socket = echo();
        lab.link(patient).delay(Duration.ofMillis(20));
        lab.link(server).delay(Duration.ofMillis(5));
        List<Double> times = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            times.add(roundTrip(socket, server.address()));
        }
        assertThat(Collections.min(times)).isBetween(50.0, 65.0);
    }

    @Test
    @DisplayName("a blackout lets nothing through, and ends with its repair")
    void blackout() throws IOException {
        DatagramSocket socket = echo();
        roundTrip(socket, server.address());
        lab.blackout(patient);
        assertThatThrownBy(() -> roundTrip(socket, server.address())).isInstanceOf(SocketTimeoutException.class);
        lab.restore(patient);
        assertThat(roundTrip(socket, server.address())).isPositive();
        assertThat(lab.sent(patient).cut()).isEqualTo(1);
    }

    @Test
    @DisplayName("where UDP is blocked, TCP gets through")
    void blockedUdp() throws IOException {
        DatagramSocket socket = echo();
        ServerSocket door = kept(server.inside(() -> new ServerSocket(80)));
        lab.blockUdp(patient);
        assertThatThrownBy(() -> roundTrip(socket, server.address())).isInstanceOf(SocketTimeoutException.class);
        Socket reached = kept(patient.inside(() -> new Socket(server.address(), 80)));
        assertThat(reached.isConnected()).isTrue();
        assertThat(door.isBound()).isTrue();
    }

    @Test
    @DisplayName("who moves to another network has another address, and only that one")
    void moves() throws IOException {
        echo();
        String before = patient.address();
        assertThat(patient.movesToAnotherNetwork().address()).isNotEqualTo(before);
        DatagramSocket fresh = kept(patient.inside(() -> new DatagramSocket()));
        assertThat(roundTrip(fresh, server.address())).isPositive();
        assertThatThrownBy(() -> patient.inside(() -> new DatagramSocket(new InetSocketAddress(before, 0))))
                .hasMessageContaining("assign");
    }

    @Test
    @DisplayName("two labs at a time do not meet")
    void twoLabs() throws IOException {
        DatagramSocket socket = echo();
        try (Lab other = Lab.open()) {
            Host stranger = other.host("patient");
            assertThat(stranger.address()).isEqualTo(patient.address());
            DatagramSocket lost = kept(stranger.inside(() -> new DatagramSocket()));
            assertThatThrownBy(() -> roundTrip(lost, server.address())).isInstanceOf(IOException.class);
        }
        assertThat(roundTrip(socket, server.address())).isPositive();
    }

    @Test
    @DisplayName("what a killed run left behind is taken away by the next one")
    void stale() throws Exception {
        String left = "consilium-999999999-abc-1-left";
        assertThat(new ProcessBuilder("ip", "netns", "add", left).start().waitFor())
                .isZero();
        Lab.open().close();
        assertThat(Path.of("/run/netns", left)).doesNotExist();
    }

    /** Answers every datagram; a socket of the patient to ask with. */
    private DatagramSocket echo() {
        DatagramSocket answering = kept(server.inside(() -> new DatagramSocket(ECHO)));
        Thread.ofPlatform().daemon().start(() -> answer(answering));
        return kept(patient.inside(() -> new DatagramSocket()));
    }

    private static void answer(DatagramSocket socket) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            while (true) {
                socket.receive(packet);
                socket.send(packet);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static double roundTrip(DatagramSocket socket, String to) throws IOException {
        socket.setSoTimeout(SOON_MS);
        long began = System.nanoTime();
        socket.send(new DatagramPacket(new byte[100], 100, InetAddress.getByName(to), ECHO));
        socket.receive(new DatagramPacket(new byte[100], 100));
        return (System.nanoTime() - began) / 1e6;
    }

    private <T extends AutoCloseable> T kept(T one) {
        open.add(one);
        return one;
    }
}
