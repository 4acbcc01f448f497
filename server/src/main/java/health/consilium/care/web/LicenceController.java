package health.consilium.care.web;

import health.consilium.identity.Accounts;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** U7: the licence numbers that patients are shown. */
@Tag(name = "admin")
@RestController
@RequestMapping("/api/v1/admin/licences")
class LicenceController {
    private final Accounts accounts;
    private final Users users;

    LicenceController(Accounts accounts, Users users) {
        this.accounts = accounts;
        this.users = users;
    }

    /** @param licence empty: none is shown */
    record LicenceJson(UUID doctor, String name, String licence) {}

    record Licence(@NotNull @Size(max = 80) String licence) {}

    @Operation(operationId = "listLicences", summary = "Administrators: every doctor's licence number")
    @GetMapping
    List<LicenceJson> list() {
        return accounts.ofRole(Role.DOCTOR).stream()
                .map(doctor -> new LicenceJson(doctor.id().value(), doctor.displayName(), doctor.licence()))
                .toList();
    }

    @Operation(
            operationId = "setLicence",
            summary = "Administrators: the licence number that patients are shown; empty for none")
    @PutMapping("/{doctorId}")
    LicenceJson set(@PathVariable UUID doctorId, @Valid @RequestBody Licence body, CurrentUser who) {
        var doctor = users.find(new UserId(doctorId))
                .filter(user -> user.role() == Role.DOCTOR)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no doctor of that id."));
        accounts.setLicence(doctor.id(), body.licence(), who);
        return new LicenceJson(doctorId, doctor.displayName(), body.licence().strip());
    }
}
