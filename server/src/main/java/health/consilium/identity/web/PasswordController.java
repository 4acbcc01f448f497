package health.consilium.identity.web;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.people.FirstAdministrator;
import health.consilium.identity.people.Passwords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting a password, for the first time, anew, or another one; and the very first account. */
@Tag(name = "auth")
@RestController
@RequestMapping("/api/v1/auth")
class PasswordController {
    /** What is refused in words as too long must get there. */
    private static final int MOST = 1_000;

    private final Passwords passwords;
    private final FirstAdministrator first;

    PasswordController(Passwords passwords, FirstAdministrator first) {
        this.passwords = passwords;
        this.first = first;
    }

    record Forgotten(@NotBlank @Size(max = 320) String email) {}

    record NewPassword(
            @NotBlank @Size(max = 100) String token,
            @NotNull @Size(max = MOST) String password) {}

    record OtherPassword(
            @NotNull @Size(max = MOST) String current,
            @NotNull @Size(max = MOST) String password) {}

    record Setup(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Email @Size(max = 320) String email,
            @NotBlank @Size(max = 120) String name,
            @NotNull @Size(max = MOST) String password,
            @NotBlank @Size(max = 60) String zone,

            @NotNull @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?")
            String locale) {}

    @Operation(
            operationId = "forgotPassword",
            summary = "Have a link sent that sets a password; always the same answer")
    @PostMapping("/password/forgot")
    Map<String, Object> forgot(@Valid @RequestBody Forgotten body, HttpServletRequest request) {
        passwords.forgot(body.email().strip(), request.getRemoteAddr());
        return Map.of();
    }

    @Operation(operationId = "setPassword", summary = "Set a password by the link in a mail; signs out everywhere")
    @PostMapping("/password/set")
    Map<String, Object> set(@Valid @RequestBody NewPassword body, HttpServletRequest request) {
        passwords.set(body.token(), body.password(), request.getRemoteAddr());
        return Map.of();
    }

    @Operation(operationId = "changePassword", summary = "Change my password; signs my other browsers out")
    @PostMapping("/password/change")
    Map<String, Object> change(@Valid @RequestBody OtherPassword body, CurrentUser who, HttpServletRequest request) {
        passwords.change(who, body.current(), body.password(), request.getRemoteAddr());
        return Map.of();
    }

    @Operation(operationId = "setUp", summary = "Make the first administrator, by the link printed at the start")
    @PostMapping("/setup")
    Map<String, Object> setUp(@Valid @RequestBody Setup body, HttpServletRequest request) {
        var details = FirstAdministrator.details(
                body.email().strip(), body.name().strip(), Zones.known(body.zone()), body.locale());
        first.create(body.token(), details, body.password(), request.getRemoteAddr());
        return Map.of();
    }
}
