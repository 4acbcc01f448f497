package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.identity.Tickets;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.session.Session;
import health.consilium.signalling.session.SessionRegistry;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.RawSocket;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S8: pages that do not keep to what a page does. */
@ServerTest
class SlowReaderTests {
    private static final String LONG = "x".repeat(60_000);
    private static final int MANY = 400;

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Tickets tickets;

    @Autowired
    private SessionRegistry registry;

    @Test
    @DisplayName("a page that does not read holds up nobody, and is cut once too much waits for it")
    void aSlowReader() throws IOException {
        Person slow = clinic.somebody(Role.PATIENT);
        Socket other = Socket.greeted(port, ticket(clinic.somebody(Role.PATIENT)));
        other.hears("welcome");
        try (RawSocket page = greeted(slow)) {
            assertThat(page.reads().text()).contains("\"welcome\"");
            Session session = registry.of(slow.id()).iterator().next();
            long began = System.nanoTime();
            for (int i = 0; i < MANY; i++) {
                session.send(new ServerFrame.RingStop(UUID.randomUUID(), LONG));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            other.sayUnnumbered("ping", "{}");
            other.hears("pong");

            int read = 0;
            RawSocket.Message message = page.reads();
            while (message.closes() == 0) {
                read++;
                message = page.reads();
            }
            assertThat(message.closes()).isEqualTo(4429);
            assertThat(read).as("messages that reached the page").isLessThan(MANY);
        }
    }

    @Test
    @DisplayName("the protocol has no binary frames: whoever sends one is closed, whatever its size")
    void binaryFrames() throws IOException {
        for (int size : new int[] {0, 1, 2_000}) {
            try (RawSocket page = greeted(clinic.somebody(Role.PATIENT))) {
                assertThat(page.reads().text()).contains("\"welcome\"");
                page.binary(new byte[size]);
                assertThat(page.reads().closes()).as("%s bytes", size).isEqualTo(4400);
            }
        }
    }

    private RawSocket greeted(Person who) throws IOException {
        RawSocket page = RawSocket.open(port);
        page.text(Socket.hello(ticket(who), ""));
        return page;
    }

    private String ticket(Person who) {
        return tickets.issue(who.user(), null).ticket().reveal();
    }
}
