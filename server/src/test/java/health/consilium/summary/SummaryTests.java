package health.consilium.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.summary.service.SummaryDesk;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init") // filled before each test
class SummaryTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private SummaryDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Clinic.Call call;
    private String base;

    @BeforeEach
    void aCall() {
        call = clinic.call();
        base = "/api/v1/consultations/" + call.appointment().id();
    }

    private Answer ask(String method, String path, Person who, @Nullable String body) {
        return new Http(port).send(method, base + path, who.token(), body);
    }

    private Answer save(int revision, String agreed) {
        return ask(
                "PUT",
                "/summary",
                call.doctor(),
                "{\"revision\":%d,\"agreed\":\"%s\",\"nextStep\":\"Blood test\"}".formatted(revision, agreed));
    }

    private Answer release(int revision) {
        return ask("POST", "/summary/release", call.doctor(), "{\"revision\":" + revision + "}");
    }

    @Test
    @DisplayName("L7: the patient reads what was agreed once it is released, and then its corrections")
    void released() {
        save(0, "Rest for a week");
        var before = ask("GET", "/summary", call.patient(), null).data();
        assertThat(before.path("versions")).isEmpty();
        assertThat(before.path("draft").isNull()).isTrue();
        release(1);
        save(1, "Rest for two weeks");
        assertThat(release(2).data().path("versions").findValuesAsString("agreed"))
                .containsExactly("Rest for two weeks", "Rest for a week");
        assertThat(ask("GET", "/summary", call.patient(), null)
                        .data()
                        .at("/versions/0/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("L7: an older window neither overwrites nor releases what a newer one wrote; nothing is not released")
    void twoWindows() {
        save(0, "one");
        assertThat(save(0, "other").code()).isEqualTo("DRAFT_CHANGED");
        save(1, " ");
        assertThat(release(1).code()).isEqualTo("DRAFT_CHANGED");
        assertThat(release(2).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    @DisplayName("L7: eight windows release at once: one version")
    void race() throws Exception {
        save(0, "Rest");
        CyclicBarrier together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> {
                        together.await();
                        return release(1);
                    }))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().data().path("versions")).hasSize(1);
            }
        }
    }

    @Test
    @DisplayName("L7: the database itself refuses to change what was released")
    void immutable() {
        save(0, "Rest");
        release(1);
        for (String attempt : List.of(
                "update summary_version set agreed = 'Work'",
                "delete from summary_version",
                "truncate summary_version")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("cannot be changed");
        }
    }

    /** By the clock of the tests, which others move on. */
    private LocalDate inTwoWeeks() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(14);
    }

    private static String proposal(LocalDate day, @Nullable String at, String note) {
        return "{\"day\":\"%s\",\"at\":%s,\"note\":\"%s\"}"
                .formatted(day, at == null ? "null" : "\"" + at + "\"", note);
    }

    @Test
    @DisplayName("L7: a follow-up is proposed around a day or at a time, read by the patient, and taken back")
    void followUp() {
        LocalDate day = inTwoWeeks();
        Answer proposed =
                ask("PUT", "/follow-up", call.doctor(), proposal(day, day + "T09:00:00Z", "Bring the results"));
        assertThat(proposed.status()).isEqualTo(200);
        assertThat(ask("GET", "/summary", call.patient(), null)
                        .data()
                        .at("/followUp/day")
                        .asString())
                .isEqualTo(day.toString());
        for (String wrong : List.of(
                proposal(day.minusDays(20), null, ""),
                proposal(day.plusYears(2), null, ""),
                proposal(day, day.plusDays(40) + "T09:00:00Z", ""))) {
            assertThat(ask("PUT", "/follow-up", call.doctor(), wrong).code())
                    .as(wrong)
                    .isEqualTo("INVALID_REQUEST");
        }
        ask("DELETE", "/follow-up", call.doctor(), null);
        assertThat(ask("GET", "/summary", call.patient(), null)
                        .data()
                        .path("followUp")
                        .isNull())
                .isTrue();
    }

    @Test
    @DisplayName("L7: the release and the proposal are told to others, by ids and day")
    void told(ApplicationEvents events) {
        var appointment = call.appointment().id();
        desk.save(appointment, "Rest", "", 0, call.doctor().user());
        desk.release(appointment, 1, call.doctor().user());
        desk.release(appointment, 1, call.doctor().user());
        LocalDate day = inTwoWeeks();
        desk.propose(appointment, day, null, "", call.doctor().user());
        assertThat(events.stream(SummaryReleased.class))
                .containsExactly(new SummaryReleased(
                        appointment, 1, call.patient().id(), call.doctor().id()));
        assertThat(events.stream(FollowUpProposed.class))
                .containsExactly(new FollowUpProposed(
                        appointment, call.patient().id(), call.doctor().id(), day, null));
    }

    @Test
    @DisplayName("L7: nothing is written before the consultation opens, nor when it was cancelled, nor by others")
    void notNow() {
        var later = clinic.in(Duration.ofHours(2), call.patient(), call.doctor(), true);
        base = "/api/v1/consultations/" + later.id();
        assertThat(save(0, "x").code()).isEqualTo("TOO_EARLY");
        base = "/api/v1/consultations/" + call.appointment().id();
        assertThat(ask("GET", "/summary", clinic.somebody(Role.DOCTOR), null).status())
                .isEqualTo(404);
        consultations.cancel(new ConsultationId(call.id()), call.doctor().user());
        assertThat(save(0, "x").code()).isEqualTo("CONSULTATION_ENDED");
    }
}
