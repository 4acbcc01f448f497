package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.ServerFrame;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Sessions of a patient and a doctor, as the tests of this package need them. */
final class Pages {
    static final FrameCodec CODEC = new FrameCodec();
    static final ConsultationId CALL = new ConsultationId(new UUID(0, 9));
    static final UserId PATIENT = new UserId(new UUID(0, 1));
    static final UserId DOCTOR = new UserId(new UUID(0, 2));

    private Pages() {}

    static Session of(UserId person) {
        Role role = person.equals(DOCTOR) ? Role.DOCTOR : Role.PATIENT;
        CurrentUser user = new CurrentUser(person, role, "Somebody", ZoneOffset.UTC, "en", UUID.randomUUID());
        return new Session(user, CALL, "localhost", CODEC);
    }

    /** Carried by that connection from now on, everything up to {@code lastSeq} being known to the page. */
    static FakeLink attach(Session session, boolean resumed, long lastSeq) {
        FakeLink link = new FakeLink();
        session.attach(link, welcome(session, resumed), lastSeq);
        return link;
    }

    private static ServerFrame.Welcome welcome(Session session, boolean resumed) {
        return new ServerFrame.Welcome(
                1,
                session.id(),
                resumed,
                session.received(),
                new ServerFrame.Heartbeat(10_000, 20_000),
                60_000,
                Instant.EPOCH,
                "call",
                KnownPeople.who(session.user()),
                null);
    }
}
