package health.consilium.prescription.web;

import health.consilium.identity.Accounts;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Users;
import health.consilium.prescription.medication.Medications;
import health.consilium.prescription.medication.Medications.Medication;
import health.consilium.prescription.service.AllergyDesk;
import health.consilium.prescription.store.AllergyStore.Allergies;
import health.consilium.prescription.store.AllergyStore.State;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a doctor needs beside the form: their licence, a list of medications, the patient's allergies. */
@Tag(name = "prescriptions")
@RestController
@RequestMapping("/api/v1")
class PrescriberController {
    private final Accounts accounts;
    private final Users users;
    private final Medications medications;
    private final AllergyDesk allergies;

    PrescriberController(Accounts accounts, Users users, Medications medications, AllergyDesk allergies) {
        this.accounts = accounts;
        this.users = users;
        this.medications = medications;
        this.allergies = allergies;
    }

    /** @param licence null: not entered yet */
    record Prescriber(@Nullable String licence) {}

    record LicenceBody(@NotBlank @Size(max = 60) String licence) {}

    /** @param names none: none are known */
    record AllergyNames(@NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> names) {}

    record AllergiesJson(
            State state,
            List<String> names,
            @Nullable UUID notedBy,
            @Nullable Instant notedAt) {
        static AllergiesJson of(Allergies known) {
            return new AllergiesJson(known.state(), known.names(), known.notedBy(), known.notedAt());
        }
    }

    @Operation(operationId = "getPrescriber", summary = "Doctor: the licence number that my prescriptions carry")
    @GetMapping("/prescriber")
    Prescriber prescriber(CurrentUser who) {
        return new Prescriber(users.licence(who.id()).orElse(null));
    }

    @Operation(operationId = "savePrescriber", summary = "Doctor: enters my licence number")
    @PutMapping("/prescriber")
    Prescriber save(@Valid @RequestBody LicenceBody body, CurrentUser who) {
        accounts.enterLicence(body.licence(), who);
        return prescriber(who);
    }

    @Operation(
            operationId = "searchMedications",
            summary = "Doctor: up to 20 medications with these letters in their name")
    @GetMapping("/medications")
    List<Medication> search(@RequestParam(defaultValue = "") String q, CurrentUser who) {
        return medications.search(q);
    }

    @Operation(
            operationId = "getAllergies",
            summary = "The patient's allergies; not asked is another thing than none known")
    @GetMapping("/consultations/{appointmentId}/allergies")
    AllergiesJson allergies(@PathVariable UUID appointmentId, CurrentUser who) {
        return AllergiesJson.of(allergies.of(new AppointmentId(appointmentId), who));
    }

    @Operation(operationId = "noteAllergies", summary = "Patient or doctor: notes them; no names: none known")
    @PutMapping("/consultations/{appointmentId}/allergies")
    AllergiesJson note(@PathVariable UUID appointmentId, @Valid @RequestBody AllergyNames body, CurrentUser who) {
        return AllergiesJson.of(allergies.note(new AppointmentId(appointmentId), body.names(), who));
    }
}
