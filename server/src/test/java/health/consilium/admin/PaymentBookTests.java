package health.consilium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A2: what the desk sees of payments, and what it does about them. */
@ServerTest
class PaymentBookTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Payments payments;

    private Http http;
    private Person patient;
    private Person desk;
    private Appointment appointment;

    @BeforeEach
    void aPaidAppointment() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        desk = clinic.somebody(Role.ADMIN);
        appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), true);
    }

    @Test
    @DisplayName("each payment with its sums and receipt, by what one wants to see")
    void list() {
        JsonNode paid = row("PAID");
        assertThat(paid.path("status").asString()).isEqualTo("PAID");
        assertThat(paid.path("patient").asString()).isEqualTo("Test Person");
        assertThat(paid.path("receipt").asString()).matches("\\d{4}-\\d{6}");
        assertThat(paid.path("sums").get(0).path("provider").asString()).isEqualTo("staff");
        assertThat(row("UNPAID").isMissingNode()).isTrue();
        assertThat(row("DUE").isMissingNode()).isTrue();
        assertThat(row("ALL").isObject()).isTrue();
    }

    @Test
    @DisplayName("what is owed back is seen until somebody gave it back and said how; the history tells by whom")
    void refund() {
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        JsonNode due = row("DUE").path("sums").get(0);
        assertThat(due.path("byHand").asBoolean()).isTrue();
        assertThat(due.path("why").asString()).isEqualTo("DOCTOR_NO_SHOW");
        String path = "/api/v1/appointments/" + appointment.id() + "/payment/mark-refunded";
        assertThat(http.send("POST", path, desk.token(), "{\"reason\":\" \"}").code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(http.send("POST", path, desk.token(), "{\"reason\":\"cash\"}")
                        .status())
                .isEqualTo(200);
        assertThat(http.send("POST", path, desk.token(), "{\"reason\":\"cash\"}")
                        .code())
                .isEqualTo("NO_REFUND_DUE");
        assertThat(row("DUE").isMissingNode()).isTrue();
        assertThat(row("REFUNDED").isObject()).isTrue();
        JsonNode last = get("/api/v1/admin/payments/" + appointment.id()).get(2);
        assertThat(last.path("kind").asString()).isEqualTo("REFUNDED");
        assertThat(last.path("by").asString()).isEqualTo("Test Person");
        assertThat(last.path("words").asString()).isEqualTo("cash");
    }

    @Test
    @DisplayName("the same as a table: a line a sum, amounts as people write them")
    void table() {
        String table = http.send("GET", "/api/v1/admin/payments/table.csv?show=PAID", desk.token(), null)
                .raw()
                .body();
        assertThat(table.lines().filter(line -> line.startsWith(appointment.id() + ",")))
                .singleElement()
                .asString()
                .contains(",PAID,45.00,EUR,")
                .contains(",45.00,EUR,staff,");
    }

    @Test
    @DisplayName("the receipt is a PDF for the patient and the desk, and nobody else's business")
    void receipt() {
        String path = "/api/v1/appointments/" + appointment.id() + "/receipt.pdf";
        Http.Answer pdf = http.send("GET", path, patient.token(), null);
        assertThat(pdf.raw().headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.raw().headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"receipt-\\d{4}-\\d{6}\\.pdf\"");
        assertThat(pdf.raw().body()).startsWith("%PDF-");
        assertThat(http.send("GET", path, clinic.somebody(Role.PATIENT).token(), null)
                        .code())
                .isEqualTo("NOT_FOUND");
        Appointment unpaid = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
        assertThat(http.send("GET", "/api/v1/appointments/" + unpaid.id() + "/receipt.pdf", patient.token(), null)
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    private JsonNode row(String show) {
        for (JsonNode row : get("/api/v1/admin/payments?show=" + show)) {
            if (row.path("appointment").asString().equals(appointment.id().toString())) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode get(String path) {
        return http.send("GET", path, desk.token(), null).data();
    }
}
