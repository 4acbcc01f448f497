package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** H, A11: a body that lacks something is answered as the OpenAPI document says, and never as our own mistake. */
@ServerTest
class MissingMembersTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @TestFactory
    @DisplayName("every member of every JSON body, left out or null")
    Stream<DynamicTest> everyMember() {
        Http http = new Http(port);
        Person patient = clinic.somebody(Role.PATIENT);
        Person doctor = clinic.somebody(Role.DOCTOR);
        List<Person> people = List.of(patient, doctor, clinic.somebody(Role.ADMIN));
        List<UUID> appointments = List.of(
                clinic.now(patient, doctor, true).id().value(),
                over(clinic.in(Duration.ofMinutes(-40), patient, doctor, true), patient));
        JsonNode document = http.send("GET", "/v3/api-docs", null, null).body();
        JsonExamples examples = new JsonExamples(document);
        List<DynamicTest> tests = document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .flatMap(operation -> examples.lacking(schema(operation.getValue())).stream()
                                .map(lacking -> DynamicTest.dynamicTest(
                                        operation.getKey() + " " + path.getKey() + ": " + lacking.what(),
                                        () -> isRefused(
                                                http,
                                                operation.getKey(),
                                                path.getKey(),
                                                lacking,
                                                people,
                                                appointments)))))
                .toList();
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    private static JsonNode schema(JsonNode operation) {
        return operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static void isRefused(
            Http http,
            String method,
            String path,
            JsonExamples.Lacking lacking,
            List<Person> people,
            List<UUID> appointments) {
        List<Integer> answers = people.stream()
                .flatMap(person -> appointments.stream()
                        .map(appointment -> http.send(
                                        method.toUpperCase(Locale.ROOT),
                                        path.replace("{appointmentId}", appointment.toString())
                                                .replace("{recordingId}", appointment.toString())
                                                .replace("{userId}", appointment.toString())
                                                .replace("{prescriptionId}", appointment.toString())
                                                .replace("{webhookId}", appointment.toString())
                                                .replace("{passkeyId}", appointment.toString())
                                                .replace(
                                                        "{doctorId}",
                                                        people.get(1).id().toString()),
                                        person.token(),
                                        lacking.body().toString())
                                .status()))
                .toList();
        assertThat(answers).as("answers to %s", lacking.body()).allMatch(status -> status < 500);
        if (lacking.required()) {
            assertThat(answers).contains(400).doesNotContain(200);
        }
    }

    /** Whoever comes after the end of the slot finds the consultation over. */
    private UUID over(Appointment appointment, Person patient) {
        ConsultationView view = consultations.ofAppointment(appointment.id()).orElseThrow();
        assertThat(consultations.arrived(view.id(), patient.id()).ended()).isTrue();
        return appointment.id().value();
    }
}
