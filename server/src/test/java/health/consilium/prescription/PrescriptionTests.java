package health.consilium.prescription;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.service.PrescriptionDesk;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A4, S14: drafts, signing, correcting, withdrawing, and when. */
@RecordApplicationEvents
class PrescriptionTests extends ACallWithAPrescriber {
    @Autowired
    private Consultations consultations;

    @Autowired
    private PrescriptionDesk desk;

    @Test
    @DisplayName("A4: a draft is kept as the doctor types and is nobody else's; signed, the patient has it")
    void draftThenSigned() {
        String path = draft();
        assertThat(save(path, 0, ITEM).data().path("revision").asInt()).isEqualTo(1);
        assertThat(ask("GET", sheet, doctor, null)
                        .data()
                        .at("/prescriptions/0/draft/items/0/dose")
                        .asString())
                .isEqualTo("500 mg");
        assertThat(ask("GET", sheet, patient, null).data().path("prescriptions"))
                .isEmpty();
        assertThat(sign(path, 1).data().path("version").asInt()).isEqualTo(1);
        var seen = ask("GET", sheet, patient, null).data().at("/prescriptions/0");
        assertThat(seen.at("/versions/0/items/0/medication").asString()).isEqualTo("Amoxicillin");
        assertThat(seen.path("draft").isNull()).isTrue();
    }

    @Test
    @DisplayName("A4: what an older window knows neither overwrites nor signs what a newer one wrote")
    void twoWindows() {
        String path = draft();
        save(path, 0, ITEM);
        assertThat(save(path, 0, "").code()).isEqualTo("DRAFT_CHANGED");
        assertThat(sign(path, 0).code()).isEqualTo("DRAFT_CHANGED");
        assertThat(ask("POST", sheet, doctor, null).data().path("revision").asInt())
                .as("starting again finds the draft that there is")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A4: eight windows sign at once: one version, and each is told of that one")
    void race() throws Exception {
        String path = draft();
        save(path, 0, ITEM);
        CyclicBarrier together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> {
                        together.await();
                        return sign(path, 1);
                    }))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().data().path("version").asInt()).isEqualTo(1);
            }
        }
        assertThat(jdbc.sql("select count(*) from prescription_version where prescription = ?")
                        .param(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A4: signing and withdrawing are told to others once each, by ids")
    void told(ApplicationEvents events) {
        UUID id = desk.start(call.appointment().id(), doctor.user()).prescription();
        desk.save(
                id,
                List.of(new Item("Ibuprofen", null, null, "400 mg", "ORAL", "AS_NEEDED", 3, "")),
                "",
                0,
                doctor.user());
        desk.sign(id, 1, doctor.user());
        desk.sign(id, 1, doctor.user());
        desk.withdraw(id, "wrong", doctor.user());
        assertThat(events.stream(PrescriptionSigned.class))
                .containsExactly(
                        new PrescriptionSigned(id, 1, call.appointment().id(), patient.id(), doctor.id()));
        assertThat(events.stream(PrescriptionWithdrawn.class)).hasSize(1);
    }

    @Test
    @DisplayName("A4: a correction is a new version; the old one stays to be read, and says that there is a newer one")
    void correction() {
        String path = signed();
        String old = code(doctor, 0);
        int revision = ask("POST", path + "/correct", doctor, null)
                .data()
                .path("revision")
                .asInt();
        save(path, revision, ITEM.replace("500 mg", "250 mg"));
        assertThat(sign(path, revision + 1).data().path("version").asInt()).isEqualTo(2);
        var versions = ask("GET", sheet, patient, null).data().at("/prescriptions/0/versions");
        assertThat(versions.findValuesAsString("dose")).containsExactly("250 mg", "500 mg");
        assertThat(versions.at("/1/superseded").asBoolean()).isTrue();
        assertThat(verify(old).data().path("standing").asString()).isEqualTo("SUPERSEDED");
        assertThat(verify(code(doctor, 0)).data().path("standing").asString()).isEqualTo("GENUINE");
    }

    @Test
    @DisplayName(
            "A4: withdrawn with a reason: no version is good any more, nothing can be corrected, and again is refused")
    void withdrawn() {
        String path = signed();
        String why = "{\"reason\":\"Allergy found\"}";
        assertThat(ask("POST", path + "/withdraw", doctor, why).status()).isEqualTo(200);
        assertThat(ask("POST", path + "/withdraw", doctor, why).code()).isEqualTo("PRESCRIPTION_WITHDRAWN");
        assertThat(ask("POST", path + "/correct", doctor, null).code()).isEqualTo("PRESCRIPTION_WITHDRAWN");
        assertThat(ask("GET", sheet, patient, null)
                        .data()
                        .at("/prescriptions/0/withdrawnWhy")
                        .asString())
                .isEqualTo("Allergy found");
        assertThat(verify(code(doctor, 0)).data().path("standing").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("S14: not before the consultation opens: to the millisecond")
    void opens() {
        var later = clinic.in(Duration.ofHours(2), patient, doctor, true);
        String other = "/api/v1/consultations/" + later.id() + "/prescriptions";
        Instant opens = later.start().minus(Duration.ofMinutes(10));
        ((MutableClock) clock).set(opens.minusMillis(1));
        Person again = clinic.again(doctor);
        assertThat(ask("POST", other, again, null).code()).isEqualTo("PRESCRIBING_CLOSED");
        ((MutableClock) clock).set(opens);
        assertThat(ask("POST", other, again, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("S14: not when the days after it are over: to the millisecond; withdrawing is always possible")
    void closes() {
        String path = signed();
        ConsultationId id = new ConsultationId(call.id());
        consultations.arrived(id, patient.id());
        consultations.arrived(id, doctor.id());
        consultations.mediaUp(id, patient.id());
        consultations.mediaUp(id, doctor.id());
        consultations.end(id, doctor.user());
        Instant closes = clock.instant().plus(Duration.ofDays(14));
        ((MutableClock) clock).set(closes.minusMillis(1));
        Person later = clinic.again(doctor);
        assertThat(ask("POST", sheet, later, null).status()).isEqualTo(200);
        ((MutableClock) clock).set(closes);
        assertThat(ask("POST", sheet, later, null).code()).isEqualTo("PRESCRIBING_CLOSED");
        assertThat(ask("POST", path + "/correct", later, null).code()).isEqualTo("PRESCRIBING_CLOSED");
        assertThat(ask("POST", path + "/withdraw", later, "{\"reason\":\"too late\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("S14: nothing is prescribed in a consultation that was cancelled")
    void cancelled() {
        consultations.cancel(new ConsultationId(call.id()), doctor.user());
        assertThat(ask("POST", sheet, doctor, null).code()).isEqualTo("PRESCRIBING_CLOSED");
    }

    @Test
    @DisplayName("A4: none known is not the same as not asked; patient and doctor may say it, and the newest counts")
    void allergies() {
        String path = "/api/v1/consultations/" + call.appointment().id() + "/allergies";
        assertThat(ask("GET", path, doctor, null).data().path("state").asString())
                .isEqualTo("NOT_ASKED");
        ask("PUT", path, patient, "{\"names\":[]}");
        assertThat(ask("GET", path, doctor, null).data().path("state").asString())
                .isEqualTo("NONE_KNOWN");
        var listed = ask("PUT", path, doctor, "{\"names\":[\" Penicillin \",\"Penicillin\"]}")
                .data();
        assertThat(listed.path("names").toString()).isEqualTo("[\"Penicillin\"]");
        assertThat(ask("GET", path, clinic.somebody(Role.DOCTOR), null).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("A4: the list is searched by beginning first, without regard to accents and capitals")
    void medications() {
        var found = ask("GET", "/api/v1/medications?q=AMOX", doctor, null).data();
        assertThat(found.findValuesAsString("name"))
                .containsExactly("Amoxicillin", "Amoxicillin and clavulanic acid", "Tamoxifen");
        assertThat(ask("GET", "/api/v1/medications?q=", doctor, null).data()).isEmpty();
    }
}
