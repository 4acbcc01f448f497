package health.consilium.prescription.web;

import health.consilium.document.Letters;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.PublicAddress;
import health.consilium.prescription.service.PrescriptionDesk;
import health.consilium.prescription.service.PrescriptionFile;
import health.consilium.prescription.service.PrescriptionFile.Paper;
import health.consilium.prescription.service.PrescriptionLetter;
import health.consilium.prescription.web.PrescriptionJson.DoneJson;
import health.consilium.prescription.web.PrescriptionJson.DraftBody;
import health.consilium.prescription.web.PrescriptionJson.DraftJson;
import health.consilium.prescription.web.PrescriptionJson.SheetJson;
import health.consilium.prescription.web.PrescriptionJson.SignBody;
import health.consilium.prescription.web.PrescriptionJson.SignedJson;
import health.consilium.prescription.web.PrescriptionJson.WithdrawBody;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "prescriptions")
@RestController
@RequestMapping("/api/v1")
class PrescriptionController {
    private final PrescriptionDesk desk;
    private final PrescriptionFile file;
    private final Letters letters;
    private final Users users;
    private final PublicAddress address;

    PrescriptionController(
            PrescriptionDesk desk, PrescriptionFile file, Letters letters, Users users, PublicAddress address) {
        this.desk = desk;
        this.file = file;
        this.letters = letters;
        this.users = users;
        this.address = address;
    }

    @Operation(operationId = "getPrescriptions", summary = "What was prescribed; the doctor sees their draft as well")
    @GetMapping("/consultations/{appointmentId}/prescriptions")
    SheetJson list(@PathVariable UUID appointmentId, CurrentUser who) {
        return SheetJson.of(file.of(new AppointmentId(appointmentId), who));
    }

    @Operation(
            operationId = "startPrescription",
            summary = "Doctor: the appointment's draft, a new one if there is none")
    @PostMapping("/consultations/{appointmentId}/prescriptions")
    DraftJson start(@PathVariable UUID appointmentId, CurrentUser who) {
        return DraftJson.of(desk.start(new AppointmentId(appointmentId), who));
    }

    @Operation(
            operationId = "savePrescription",
            summary = "Doctor: saves the draft; refused when the page knows an older one")
    @PutMapping("/prescriptions/{prescriptionId}/draft")
    DraftJson save(@PathVariable UUID prescriptionId, @Valid @RequestBody DraftBody body, CurrentUser who) {
        return DraftJson.of(desk.save(
                prescriptionId,
                body.items().stream().map(PrescriptionJson.ItemJson::item).toList(),
                body.notes(),
                body.revision(),
                who));
    }

    @Operation(operationId = "discardPrescription", summary = "Doctor: throws the draft away")
    @DeleteMapping("/prescriptions/{prescriptionId}/draft")
    DoneJson discard(@PathVariable UUID prescriptionId, CurrentUser who) {
        desk.discard(prescriptionId, who);
        return new DoneJson(prescriptionId);
    }

    @Operation(operationId = "signPrescription", summary = "Doctor: signs the draft of that revision, once")
    @PostMapping("/prescriptions/{prescriptionId}/sign")
    SignedJson sign(@PathVariable UUID prescriptionId, @Valid @RequestBody SignBody body, CurrentUser who) {
        return SignedJson.of(desk.sign(prescriptionId, body.revision(), who));
    }

    @Operation(operationId = "correctPrescription", summary = "Doctor: a draft of the next version")
    @PostMapping("/prescriptions/{prescriptionId}/correct")
    DraftJson correct(@PathVariable UUID prescriptionId, CurrentUser who) {
        return DraftJson.of(desk.correct(prescriptionId, who));
    }

    @Operation(operationId = "withdrawPrescription", summary = "Doctor: takes a signed prescription back")
    @PostMapping("/prescriptions/{prescriptionId}/withdraw")
    DoneJson withdraw(@PathVariable UUID prescriptionId, @Valid @RequestBody WithdrawBody body, CurrentUser who) {
        desk.withdraw(prescriptionId, body.reason(), who);
        return new DoneJson(prescriptionId);
    }

    @Operation(operationId = "getPrescriptionPdf", summary = "A signed version as a letter, in the patient's language")
    @GetMapping("/prescriptions/{prescriptionId}/versions/{number}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID prescriptionId, @PathVariable int number, CurrentUser who) {
        Paper paper = file.paper(prescriptionId, number, who);
        UserView patient =
                users.find(new UserId(paper.content().patient().id())).orElseThrow();
        String verifyAt = address.page("/verify").toString();
        byte[] pdf = letters.render(new PrescriptionLetter(patient.locale(), patient.zone()).of(paper, verifyAt));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "prescription-" + paper.content().code().substring(0, 4) + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf);
    }
}
