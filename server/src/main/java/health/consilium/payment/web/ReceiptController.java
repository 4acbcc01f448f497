package health.consilium.payment.web;

import health.consilium.audit.Action;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.ReceiptLetters;
import health.consilium.payment.ReceiptLetters.Pdf;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The receipt, for the patient and the desk. */
@Tag(name = "payment")
@RestController
class ReceiptController {
    private final Appointments appointments;
    private final ReceiptLetters receipts;

    ReceiptController(Appointments appointments, ReceiptLetters receipts) {
        this.appointments = appointments;
        this.receipts = receipts;
    }

    @ShowsHealthData(value = Subject.RECEIPT, action = Action.DOWNLOADED)
    @Operation(operationId = "getReceipt", summary = "The receipt (PDF), in the patient's language")
    @GetMapping(path = "/api/v1/appointments/{appointmentId}/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> receipt(@PathVariable UUID appointmentId, CurrentUser who) {
        Pdf pdf = appointments
                .find(new AppointmentId(appointmentId))
                .filter(one -> one.patient().equals(who.id()) || who.is(Role.ADMIN))
                .flatMap(one -> receipts.of(one.id()))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no receipt for this appointment."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt-" + pdf.number() + ".pdf")
                                .build()
                                .toString())
                .body(pdf.content());
    }
}
