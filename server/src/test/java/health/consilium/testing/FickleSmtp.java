package health.consilium.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Stands before a real mail server, line by line, and does what bad networks and strict servers do. */
public final class FickleSmtp implements AutoCloseable {
    /** What it does with the next connections. */
    public enum Mood {
        WELL,
        /** Hangs up at once. */
        DOWN,
        /** Takes the connection and says nothing. */
        SILENT,
        /** The server has the mail; the sender never hears so. */
        TAKES_AND_HANGS_UP,
        /** Every word comes late but in time, and the last one later than all others may. */
        SLOW,
        /** The server has the mail, and says so when the sender has gone. */
        TAKES_AND_SAYS_SO_TOO_LATE,
        NO_SUCH_ADDRESS,
        NOT_NOW
    }

    /** How long a slow server takes for each word, and for the one that it has taken a mail. */
    public static final Duration WORD = Duration.ofMillis(60);

    public static final Duration LAST_WORD = Duration.ofMillis(1_200);

    private final ServerSocket door;
    private final int behind;
    private volatile Mood mood = Mood.WELL;

    public FickleSmtp(int behind) {
        this.behind = behind;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void behaves(Mood next) {
        mood = next;
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Mood now = mood;
                Thread.ofVirtual().start(() -> serve(client, now));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, Mood now) {
        try (client) {
            switch (now) {
                case DOWN -> {}
                case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                default -> talk(client, now);
            }
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    private void talk(Socket client, Mood now) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            BufferedReader fromClient = reader(client);
            BufferedReader fromServer = reader(server);
            say(client, fromServer.readLine());
            boolean content = false;
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (line.startsWith("RCPT") && !content && now == Mood.NO_SUCH_ADDRESS) {
                    say(client, "550 5.1.1 no such person");
                    continue;
                }
                if (line.startsWith("RCPT") && !content && now == Mood.NOT_NOW) {
                    say(client, "451 4.7.1 greylisted, come again");
                    continue;
                }
                say(server, line);
                if (content && !line.equals(".")) {
                    continue;
                }
                String answer = answer(fromServer);
                if (now == Mood.SLOW) {
                    rest(content ? LAST_WORD : WORD);
                }
                if (content && now == Mood.TAKES_AND_SAYS_SO_TOO_LATE) {
                    fromClient.lines().forEach(ignored -> {});
                }
                if (content && now == Mood.TAKES_AND_HANGS_UP) {
                    return;
                }
                content = line.equals("DATA");
                say(client, answer);
            }
        }
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(BufferedReader server) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = server.readLine(); line != null; line = server.readLine()) {
            all.append(all.isEmpty() ? "" : "\r\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                break;
            }
        }
        return all.toString();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
