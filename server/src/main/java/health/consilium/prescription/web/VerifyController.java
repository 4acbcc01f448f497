package health.consilium.prescription.web;

import health.consilium.prescription.service.Verification;
import health.consilium.prescription.service.Verification.Standing;
import health.consilium.prescription.service.Verification.Told;
import health.consilium.prescription.web.PrescriptionJson.ItemJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Open to everybody: whether the prescription in somebody's hand is genuine. The code never stands in an address. */
@Tag(name = "prescriptions")
@RestController
class VerifyController {
    private final Verification verification;
    private final VerifyThrottle throttle;

    VerifyController(Verification verification, VerifyThrottle throttle) {
        this.verification = verification;
        this.throttle = throttle;
    }

    record VerifyBody(@NotBlank @Size(max = 60) String code) {}

    record FullJson(String patient, List<ItemJson> items, String notes) {}

    record ProofJson(String digest, String signature, String publicKey) {}

    record Verified(
            Standing standing,
            @Nullable String clinic,
            @Nullable String doctor,
            @Nullable String licence,
            @Nullable Instant signedAt,
            @Nullable Integer version,
            @Nullable Instant withdrawnAt,
            @Nullable String initials,
            @Nullable Integer yearOfBirth,
            @Nullable FullJson full,
            @Nullable ProofJson proof) {
        static Verified of(Told told) {
            var full = told.full();
            var proof = told.proof();
            return new Verified(
                    told.standing(),
                    told.clinic(),
                    told.doctor(),
                    told.licence(),
                    told.signedAt(),
                    told.version(),
                    told.withdrawnAt(),
                    told.initials(),
                    told.yearOfBirth(),
                    full == null
                            ? null
                            : new FullJson(
                                    full.patient(),
                                    full.items().stream().map(ItemJson::of).toList(),
                                    full.notes()),
                    proof == null ? null : new ProofJson(proof.digest(), proof.signature(), proof.publicKey()));
        }
    }

    @Operation(
            operationId = "verifyPrescription",
            summary = "Anybody: whether a prescription with this code is genuine")
    @PostMapping("/api/v1/verify")
    Verified verify(@Valid @RequestBody VerifyBody body, HttpServletRequest request) {
        throttle.pay(request.getRemoteAddr());
        return Verified.of(verification.check(body.code()));
    }
}
