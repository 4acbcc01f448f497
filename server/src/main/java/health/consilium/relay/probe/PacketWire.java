package health.consilium.relay.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** UDP. What is lost is sent again (RFC 8489 §6.2.1). */
final class PacketWire implements Wire {
    private static final int[] PATIENCE_MS = {500, 1_000, 2_000};
    private static final int LARGEST = 2_048;

    private final DatagramSocket socket = new DatagramSocket();

    PacketWire(TurnUrl url) throws IOException {
        socket.connect(new InetSocketAddress(url.host(), url.port()));
    }

    @Override
    public byte[] ask(byte[] message) throws IOException {
        for (int patience : PATIENCE_MS) {
            socket.setSoTimeout(patience);
            socket.send(new DatagramPacket(message, message.length));
            try {
                return receive(message);
            } catch (SocketTimeoutException lost) {
                // once more, with more patience
            }
        }
        throw new IOException("the relay does not answer");
    }

    /** The late answer to an earlier question is none to this one. */
    private byte[] receive(byte[] question) throws IOException {
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            socket.receive(packet);
            byte[] answer = Arrays.copyOf(packet.getData(), packet.getLength());
            if (answer.length >= Stun.HEADER && Arrays.equals(answer, 8, Stun.HEADER, question, 8, Stun.HEADER)) {
                return answer;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
