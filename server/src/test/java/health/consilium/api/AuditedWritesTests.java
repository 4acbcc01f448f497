package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.audit.chain.ChainStore;
import health.consilium.audit.chain.Link;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.testing.BrokenTrail;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S29: whoever changes something about a person's health stands in the audit trail, and a change without its entry does not
 * happen. A route that changes something and stands in none of the lists fails the build.
 */
@ServerTest
class AuditedWritesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private RecordedCalls recordedCalls;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ChainStore chain;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Http http;

    @BeforeEach
    void speaks() {
        http = new Http(port);
    }

    @Test
    @DisplayName(
            "S29: every route that changes something makes its entry, or stands in the list of those that need none")
    void everyRouteIsListed() {
        Set<String> changing = new TreeSet<>();
        var paths = http.send("GET", "/v3/api-docs", null, null).body().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : List.of("post", "put", "patch", "delete")) {
                if (paths.path(path).has(method)) {
                    changing.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
                }
            }
        }
        Set<String> listed = new TreeSet<>(AuditedWrites.NOTHING_OF_OTHERS.keySet());
        assertThat(listed).doesNotContainAnyElementsOf(AuditedWrites.ELSEWHERE.keySet());
        listed.addAll(AuditedWrites.ELSEWHERE.keySet());
        for (AuditedWrites.Written written : AuditedWrites.WRITTEN) {
            assertThat(listed.add(written.route())).as(written.route()).isTrue();
        }
        assertThat(listed).isEqualTo(changing);
    }

    @TestFactory
    @DisplayName("S29: who changes it is named once, with the patient whose it is")
    List<DynamicTest> entries() {
        return AuditedWrites.WRITTEN.stream()
                .map(written -> DynamicTest.dynamicTest(
                        written.route() + " → " + written.entry(), () -> makesItsEntry(written)))
                .toList();
    }

    private void makesItsEntry(AuditedWrites.Written written) {
        World world = world(written);
        long before = chain.head().number();
        Http.Answer answer = ask(written, world);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        List<Link> made = chain.after(before, 50).stream()
                .filter(link -> world.who.id().value().equals(link.actor()))
                .filter(link -> !link.action().equals("VIEWED"))
                .toList();
        assertThat(made).as(made.toString()).singleElement().satisfies(link -> {
            assertThat(link.action() + " " + link.subject()).isEqualTo(written.entry());
            assertThat(link.role()).isEqualTo(written.who().name());
            UUID whose = written.route().contains("{userId}")
                    ? world.access.account()
                    : world.access.patient().id().value();
            assertThat(link.patient()).isEqualTo(written.ofPatient() ? whose : null);
        });
    }

    @TestFactory
    @DisplayName(
            "S29, fail closed: where its entry cannot be written nothing changes, and the answer says that it failed")
    List<DynamicTest> failsClosed() {
        return AuditedWrites.WRITTEN.stream()
                .map(written ->
                        DynamicTest.dynamicTest(written.route() + " without the trail", () -> changesNothing(written)))
                .toList();
    }

    private void changesNothing(AuditedWrites.Written written) {
        World world = world(written);
        String before = kept(written);
        try (BrokenTrail broken = BrokenTrail.in(jdbc)) {
            Http.Answer answer = ask(written, world);
            assertThat(answer.status()).as(answer.body().toString()).isGreaterThanOrEqualTo(500);
            assertThat(answer.data().isMissingNode() || answer.data().isNull()).isTrue();
            assertThat(kept(written)).isEqualTo(before);
        }
        assertThat(ask(written, world).status()).as("and afterwards it can").isEqualTo(200);
        if (!written.table().isEmpty()) {
            assertThat(kept(written)).as("a table that shows the change").isNotEqualTo(before);
        }
    }

    /** Everything in the table that the route changes. */
    private String kept(AuditedWrites.Written written) {
        if (written.table().isEmpty()) {
            return "";
        }
        return jdbc.sql("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from " + written.table()
                        + " t")
                .query(String.class)
                .single();
    }

    private record World(AccessWorld access, Person who) {}

    private Http.Answer ask(AuditedWrites.Written written, World world) {
        return world.access.asks(
                http, new AccessTable.Row(written.route(), written.body(), ""), world.who, clock.instant());
    }

    private World world(AuditedWrites.Written written) {
        AccessWorld access = written.route().contains("{recordingId}") ? recorded() : before(written.before());
        Person who = switch (written.who()) {
            case PATIENT -> access.patient();
            case DOCTOR -> access.doctor();
            case ADMIN -> clinic.somebody(Role.ADMIN);
        };
        for (String first : written.first()) {
            String[] parts = first.split(" ", 3);
            Http.Answer done = access.asks(
                    http,
                    new AccessTable.Row(parts[0] + " " + parts[1], parts.length > 2 ? parts[2] : null, ""),
                    who,
                    clock.instant());
            assertThat(done.status()).as(first + done.body()).isEqualTo(200);
        }
        return new World(access, who);
    }

    private AccessWorld before(AuditedWrites.Before state) {
        Person patient = clinic.somebody(Role.PATIENT);
        Person doctor = clinic.somebody(Role.DOCTOR);
        var appointment = clinic.in(state.until(), patient, doctor, state != AuditedWrites.Before.NOT_PAID);
        UUID id = appointment.id().value();
        UUID call = consultations
                .ofAppointment(appointment.id())
                .map(view -> view.id().value())
                .orElseGet(UUID::randomUUID);
        if (state == AuditedWrites.Before.LIVE || state == AuditedWrites.Before.OVER) {
            ConsultationId live = new ConsultationId(call);
            consultations.arrived(live, patient.id());
            consultations.arrived(live, doctor.id());
            consultations.mediaUp(live, patient.id());
            consultations.mediaUp(live, doctor.id());
        }
        if (state == AuditedWrites.Before.OVER) {
            consultations.end(new ConsultationId(call), doctor.user());
        }
        UUID prescription = UUID.randomUUID();
        if (state == AuditedWrites.Before.PRESCRIBED || state == AuditedWrites.Before.DRAFTED) {
            prescription = drafted(id, doctor);
        }
        if (state == AuditedWrites.Before.PRESCRIBED) {
            http.send("POST", "/api/v1/prescriptions/" + prescription + "/sign", doctor.token(), "{\"revision\":1}");
        }
        UUID account = clinic.somebody(Role.PATIENT).id().value();
        return new AccessWorld(
                patient,
                doctor,
                id,
                call,
                UUID.randomUUID(),
                UUID.randomUUID(),
                prescription,
                account,
                more(state, account));
    }

    private UUID drafted(UUID appointment, Person doctor) {
        http.send("PUT", "/api/v1/prescriber", doctor.token(), "{\"licence\":\"L-1\"}");
        UUID id = UUID.fromString(
                http.send("POST", "/api/v1/consultations/" + appointment + "/prescriptions", doctor.token(), null)
                        .data()
                        .path("id")
                        .asString());
        http.send(
                "PUT",
                "/api/v1/prescriptions/" + id + "/draft",
                doctor.token(),
                "{\"revision\":0,\"notes\":\"\",\"items\":[{\"medication\":\"Ibuprofen\",\"code\":null,\"dose\":\"400 mg\","
                        + "\"route\":\"ORAL\",\"frequency\":\"AS_NEEDED\",\"days\":3,\"notes\":\"\"}]}");
        return id;
    }

    private Map<String, UUID> more(AuditedWrites.Before state, UUID account) {
        return switch (state) {
            case MAILED -> Map.of("messageId", mailed(account));
            case HOOKED -> {
                String desk = clinic.somebody(Role.ADMIN).token();
                yield Map.of(
                        "webhookId",
                        UUID.fromString(http.send("POST", "/api/v1/admin/webhooks", desk, AccessTable.WEBHOOK)
                                .data()
                                .path("webhook")
                                .path("id")
                                .asString()));
            }
            default -> Map.of();
        };
    }

    /** A text message that was given up, for the desk to send again. */
    private UUID mailed(UUID person) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into notification_message (id, kind, appointment, subject, revision, person, channel, lane, state,"
                                + " next_at, expires_at, created_at, settled_at) values (?, 'REMINDER_DAY', ?, ?, 1, ?, 'SMS', 'TEXT',"
                                + " 'GIVEN_UP', :now, :now, :now, :now)".replace(":now", "?"))
                .params(id, id, id, person)
                .params(Collections.nCopies(4, clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
        return id;
    }

    private AccessWorld recorded() {
        Two two = recordedCalls.bothAreHere();
        UUID recording = recordedCalls.records(two);
        int take = recordedCalls.takes(two, recording);
        byte[] first = SyntheticWebm.ofSeconds(1, 100).getFirst();
        recordedCalls.keeps(two, recording, take, 0, false, clock.instant(), clock.instant(), first);
        UUID appointment =
                consultations.find(two.call()).orElseThrow().appointment().value();
        return new AccessWorld(
                two.patient(),
                two.doctor(),
                appointment,
                two.call().value(),
                UUID.randomUUID(),
                recording,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Map.of());
    }
}
