package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.Consultations;
import health.consilium.identity.SignedOut;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.session.Session;
import health.consilium.signalling.session.SessionRegistry;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Real sockets against a real server. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class SocketTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private SessionRegistry registry;

    private Person patient;
    private Person doctor;
    private UUID call;

    @BeforeEach
    void aPaidAppointmentNow() {
        Clinic.Call paid = clinic.call();
        patient = paid.patient();
        doctor = paid.doctor();
        call = paid.id();
    }

    private Socket lobby(Person who) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, null));
        socket.hears("welcome");
        return socket;
    }

    private Socket inCall(Person who) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call));
        socket.hears("welcome");
        return socket;
    }

    private Socket seated(Person who) {
        Socket socket = inCall(who);
        socket.say("join", "{}");
        socket.hears("state");
        return socket;
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://127.0.0.1:1",
                "null",
                "http://127.0.0.1.evil.example",
                "file://",
                "http://localhost.evil"
            })
    @DisplayName("S1: only our own pages may open the socket")
    void foreignOrigins(@Nullable String origin) {
        assertThatThrownBy(() -> Socket.open(port, origin))
                .isInstanceOfSatisfying(
                        Socket.Refused.class,
                        refused -> assertThat(refused.status).isEqualTo(403));
    }

    @Test
    @DisplayName("S1: the socket's address answers nothing but a handshake")
    void noHandshake() {
        assertThat(new Http(port).send("GET", "/ws/v1", null, null).status()).isEqualTo(426);
        assertThat(new Http(port).send("POST", "/ws/v1", null, null).status()).isEqualTo(426);
    }

    @Test
    @DisplayName("what many threads send to one page arrives in the order of its numbers, none missing")
    void manySenders() {
        Socket page = lobby(patient);
        Session session = registry.of(patient.id()).iterator().next();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    for (int n = 0; n < 100; n++) {
                        session.send(new ServerFrame.RingStop(call, "x".repeat(n * 20)));
                    }
                });
            }
        }
        // What was told before, of this person's appointment, may still come in between.
        int stops = 0;
        for (int seq = 1; stops < 400; seq++) {
            JsonNode frame = page.hearsNumbered();
            assertThat(frame.path("seq").asInt()).isEqualTo(seq);
            stops += frame.path("type").asString("").equals("ring.stop") ? 1 : 0;
        }
    }

    @Test
    @DisplayName("S2: a ticket works once")
    void aReplayedTicket() {
        String ticket = clinic.ticket(patient, call);
        Socket.greeted(port, ticket).hears("welcome");
        assertThat(Socket.greeted(port, ticket).closedWith()).isEqualTo(4401);
    }

    @Test
    @DisplayName("S2: a ticket is good for thirty seconds, not longer")
    void anExpiredTicket() {
        String inTime = clinic.ticket(patient, call);
        String late = clinic.ticket(patient, call);
        ((MutableClock) clock).advance(Duration.ofSeconds(30).minusMillis(1));
        Socket.greeted(port, inTime).hears("welcome");
        ((MutableClock) clock).advance(Duration.ofMillis(1));
        assertThat(Socket.greeted(port, late).closedWith()).isEqualTo(4401);
    }

    @Test
    @DisplayName("a made-up ticket opens nothing")
    void aForgedTicket() {
        assertThat(Socket.greeted(port, "made-up").closedWith()).isEqualTo(4401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ping\",\"body\":{}}",
                "{",
                "[]",
                "{\"type\":\"hello\",\"body\":{}}",
                "{\"type\":\"join\",\"seq\":1,\"body\":{}}"
            })
    @DisplayName("nothing is accepted before the greeting")
    void nothingBeforeTheGreeting(String frame) {
        Socket socket = Socket.open(port, Socket.ownOrigin(port));
        socket.raw(frame);
        assertThat(socket.closedWith()).isEqualTo(4400);
    }

    @Test
    @DisplayName("an unknown frame is answered and the connection stays")
    void unknownFrames() {
        Socket socket = lobby(patient);
        socket.say("brew.coffee", "{}");
        assertThat(socket.hears("problem").path("body").path("code").asString()).isEqualTo("UNSUPPORTED");
        socket.sayUnnumbered("ping", "{}");
        socket.hears("pong");
    }

    @Test
    @DisplayName("a frame number that is missing closes the connection, a repeated frame changes nothing")
    void numbers() {
        Socket socket = lobby(patient);
        socket.raw("{\"type\":\"ring.accept\",\"seq\":1,\"body\":{\"consultation\":\"%s\"}}".formatted(call));
        socket.hears("problem");
        socket.raw("{\"type\":\"ring.accept\",\"seq\":1,\"body\":{\"consultation\":\"%s\"}}".formatted(call));
        socket.sayUnnumbered("ping", "{}");
        socket.hears("pong");
        socket.raw("{\"type\":\"ring.accept\",\"seq\":3,\"body\":{\"consultation\":\"%s\"}}".formatted(call));
        assertThat(socket.closedWith()).isEqualTo(4400);
    }

    @Test
    @DisplayName("a description of 60 KiB passes unread, one over 64 KiB closes the connection")
    void longDescriptions() {
        Socket patients = seated(patient);
        Socket doctors = inCall(doctor);
        JsonNode peer = doctors.hears("rtc.peer").path("body");
        assertThat(peer.path("offers").asBoolean()).isTrue();
        String sdp = "a=x".repeat(20 * 1024);
        doctors.say("rtc.description", description(patient, peer, sdp));
        JsonNode forwarded = patients.hears("rtc.description").path("body");
        assertThat(forwarded.path("description").path("sdp").asString()).isEqualTo(sdp);
        assertThat(forwarded.path("from").asString()).isEqualTo(doctor.id().toString());
        doctors.say("rtc.description", description(patient, peer, sdp + "a=y".repeat(2 * 1024)));
        assertThat(doctors.closedWith()).isEqualTo(4400);
        assertThat(patients.isOpen()).isTrue();
    }

    @Test
    @DisplayName("letters of two, three and four bytes arrive whole, wherever the server's buffers cut them")
    void lettersOfManyBytes() {
        Socket patients = seated(patient);
        Socket doctors = inCall(doctor);
        JsonNode peer = doctors.hears("rtc.peer").path("body");
        for (int shift = 0; shift < 9; shift++) {
            String sdp = "x".repeat(shift) + "\u00fc\u20ac\ud83d\ude42".repeat(600);
            doctors.say("rtc.description", description(patient, peer, sdp));
            JsonNode forwarded = patients.hears("rtc.description").path("body");
            assertThat(forwarded.path("description").path("sdp").asString()).isEqualTo(sdp);
        }
    }

    private static String description(Person to, JsonNode peer, String sdp) {
        return "{\"to\":\"%s\",\"generation\":%d,\"description\":{\"type\":\"offer\",\"sdp\":\"%s\"}}"
                .formatted(to.id(), peer.path("generation").asInt(), sdp);
    }

    @Test
    @DisplayName("a description of an old generation is dropped and said to be stale")
    void staleGenerations() {
        Socket patients = seated(patient);
        Socket doctors = inCall(doctor);
        int generation =
                doctors.hears("rtc.peer").path("body").path("generation").asInt();
        doctors.say("rtc.reset", "{\"to\":\"%s\",\"generation\":%d}".formatted(patient.id(), generation));
        assertThat(doctors.hears("rtc.peer").path("body").path("generation").asInt())
                .isEqualTo(generation + 1);
        doctors.say(
                "rtc.description",
                "{\"to\":\"%s\",\"generation\":%d,\"description\":{}}".formatted(patient.id(), generation));
        assertThat(doctors.hears("problem").path("body").path("code").asString())
                .isEqualTo("STALE_GENERATION");
        assertThat(patients.isOpen()).isTrue();
    }

    @Test
    @DisplayName("S8: whoever floods is cut off, and the other side does not notice")
    void floods() {
        Socket patients = seated(patient);
        Socket doctors = lobby(doctor);
        try {
            for (int i = 0; i < 400 && patients.isOpen(); i++) {
                patients.sayUnnumbered("ping", "{}");
            }
        } catch (CompletionException cutOff) {
            // In the middle of a word; with which code is looked at now.
        }
        assertThat(patients.closedWith()).isEqualTo(4429);
        doctors.sayUnnumbered("ping", "{}");
        doctors.hears("pong");
    }

    @Test
    @DisplayName(
            "L2, L3: the patient's ring reaches the doctor's page with name, time and reason; the answer reaches the patient")
    void ringing() {
        Socket doctors = lobby(doctor);
        Socket patients = seated(patient);
        patients.say("ring", "{}");
        JsonNode ring = doctors.hears("ring.incoming").path("body");
        assertThat(ring.path("from").path("name").asString()).isEqualTo("Test Person");
        assertThat(ring.path("appointment").path("reason").asString()).isEqualTo("A test of everything");
        assertThat(patients.hears("ring.state").path("body").path("state").asString())
                .isEqualTo("ringing");
        doctors.say("ring.decline", "{\"consultation\":\"%s\",\"why\":\"IN_5_MINUTES\"}".formatted(call));
        JsonNode declined = patients.hears("ring.state").path("body");
        assertThat(declined.path("state").asString()).isEqualTo("declined");
        assertThat(declined.path("why").asString()).isEqualTo("IN_5_MINUTES");
    }

    @Test
    @DisplayName("L4: all pages ring, one answer wins, the others stop; a page that opens late rings, too")
    void manyPagesRing() {
        Socket one = lobby(doctor);
        Socket two = lobby(doctor);
        Socket patients = seated(patient);
        patients.say("ring", "{}");
        one.hears("ring.incoming");
        two.hears("ring.incoming");
        Socket late = Socket.greeted(port, clinic.ticket(doctor, null));
        assertThat(late.hears("welcome").path("body").path("snapshot").path("rings"))
                .hasSize(1);
        two.say("ring.accept", "{\"consultation\":\"%s\"}".formatted(call));
        assertThat(one.hears("ring.stop").path("body").path("reason").asString())
                .isEqualTo("accepted");
        one.say("ring.accept", "{\"consultation\":\"%s\"}".formatted(call));
        assertThat(one.hears("problem").path("body").path("code").asString()).isEqualTo("NOT_RINGING");
        late.hears("ring.stop");
    }

    @Test
    @DisplayName("L3: nobody there is told as unreachable, and as ringing once somebody comes")
    void unreachable() {
        Socket patients = seated(patient);
        patients.say("ring", "{}");
        assertThat(patients.hears("ring.state").path("body").path("state").asString())
                .isEqualTo("unreachable");
        lobby(doctor);
        assertThat(patients.hears("ring.state").path("body").path("state").asString())
                .isEqualTo("ringing");
    }

    @Test
    @DisplayName("L13: a second page is told that the first one has the seat, and may take it")
    void oneSeatAPerson() {
        Socket first = seated(patient);
        Socket second = Socket.greeted(port, clinic.ticket(patient, call));
        assertThat(second.hears("welcome")
                        .path("body")
                        .path("snapshot")
                        .path("seatTaken")
                        .asBoolean())
                .isTrue();
        second.say("join", "{}");
        assertThat(second.hears("problem").path("body").path("code").asString()).isEqualTo("ALREADY_IN_CALL");
        second.say("join", "{\"takeover\":true}");
        assertThat(first.hears("bye").path("body").path("reason").asString()).isEqualTo("MOVED");
        assertThat(first.closedWith()).isEqualTo(4409);
    }

    @Test
    @DisplayName("V4, I6: a message arrives on both sides, and sending it twice keeps it once")
    void chat() {
        Socket patients = seated(patient);
        Socket doctors = inCall(doctor);
        String message = "{\"key\":\"%s\",\"text\":\"Good morning\"}".formatted(UUID.randomUUID());
        patients.say("chat.send", message);
        JsonNode confirmed = patients.hears("chat.message").path("body").path("message");
        JsonNode heard = doctors.hears("chat.message").path("body").path("message");
        assertThat(heard).isEqualTo(confirmed);
        patients.say("chat.send", message);
        assertThat(patients.hears("chat.message").path("body").path("message").path("id"))
                .isEqualTo(confirmed.path("id"));
    }

    @Test
    @DisplayName("S3: signing out closes the sockets of that sign-in")
    void signingOut() {
        Socket patients = seated(patient);
        events.publishEvent(new SignedOut(patient.id(), patient.user().login(), SignedOut.Why.ASKED));
        assertThat(patients.closedAtOnce()).isEqualTo(4401);
        assertThat(patients.hears("bye").path("body").path("reason").asString()).isEqualTo("SIGNED_OUT");
    }

    @Test
    @DisplayName("S3: signing out over HTTP closes every page of that sign-in within five seconds, and nobody else's")
    void signingOutOverHttp() {
        Socket lobby = Socket.greeted(port, clinic.ticket(patient, null));
        lobby.hears("welcome");
        Socket inCall = seated(patient);
        Socket doctors = inCall(doctor);
        long asked = System.nanoTime();
        assertThat(new Http(port)
                        .send("POST", "/api/v1/auth/logout", patient.token(), null)
                        .status())
                .isEqualTo(200);
        for (Socket socket : new Socket[] {lobby, inCall}) {
            assertThat(socket.closedAtOnce()).isEqualTo(4401);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        assertThat(doctors.isOpen()).isTrue();
        assertThat(new Http(port)
                        .send("GET", "/api/v1/auth/me", patient.token(), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("L10: the end reaches both pages, then their sockets close")
    void theEnd() {
        Socket patients = seated(patient);
        Socket doctors = seated(doctor);
        consultations.end(new health.consilium.consultation.ConsultationId(call), doctor.user());
        for (Socket socket : new Socket[] {patients, doctors}) {
            assertThat(socket.hears("bye").path("body").path("reason").asString())
                    .isEqualTo("ENDED");
            assertThat(socket.closedWith()).isEqualTo(4410);
        }
        assertThat(Socket.greeted(port, clinic.ticket(patient, call)).closedWith())
                .isEqualTo(4410);
    }
}
