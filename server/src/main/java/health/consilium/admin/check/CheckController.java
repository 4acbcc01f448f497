package health.consilium.admin.check;

import health.consilium.admin.check.Checks.Checked;
import health.consilium.kernel.SetupCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A7: the configuration check, as {@code consilium doctor} has it. */
@Tag(name = "admin")
@RestController
class CheckController {
    private final List<SetupCheck> checks;

    CheckController(List<SetupCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    @Operation(
            operationId = "checkSetup",
            summary = "Whether everything is set up well, and what to do where it is not; the worst first")
    @GetMapping("/api/v1/admin/check")
    List<Checked> check() {
        return Checks.run(checks);
    }
}
