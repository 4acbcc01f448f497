package health.consilium.identity.web;

import health.consilium.identity.passkey.PasskeyOptions.PasskeyRequest;
import health.consilium.identity.passkey.PasskeySignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by passkey: as the second step after the password, or without one. */
@Tag(name = "auth")
@RestController
class PasskeySignInController {
    private final PasskeySignIn passkeys;
    private final HalfSignIns halves;
    private final SessionStart sessions;

    PasskeySignInController(PasskeySignIn passkeys, HalfSignIns halves, SessionStart sessions) {
        this.passkeys = passkeys;
        this.halves = halves;
        this.sessions = sessions;
    }

    /** @param credential what the browser answered, {@code JSON.stringify(credential)} */
    record PasskeyAnswer(@NotBlank @Size(max = 32_768) String credential) {}

    @Operation(operationId = "askPasskeyAfterPassword", summary = "What the browser needs to ask for my passkey")
    @PostMapping("/api/v1/auth/second-factor/passkey/options")
    PasskeyRequest askAfterPassword(HttpServletRequest request) {
        return passkeys.ask(halves.get(request));
    }

    @Operation(operationId = "answerByPasskey", summary = "The passkey after the password; sets the session cookie")
    @PostMapping("/api/v1/auth/second-factor/passkey")
    Map<String, Object> answerAfterPassword(
            @Valid @RequestBody PasskeyAnswer body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(passkeys.answer(halves.get(request), body.credential()), request, response);
        return Map.of();
    }

    @Operation(operationId = "askPasskey", summary = "What the browser needs to ask for anybody's passkey")
    @PostMapping("/api/v1/auth/passkeys/sign-in/options")
    PasskeyRequest ask(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.ask(PasskeyCookie.fresh(request, response), request.getRemoteAddr());
    }

    @Operation(
            operationId = "signInByPasskey",
            summary = "Sign in by passkey without a password; sets the session cookie")
    @PostMapping("/api/v1/auth/passkeys/sign-in")
    Map<String, Object> signIn(
            @Valid @RequestBody PasskeyAnswer body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(
                passkeys.answer(PasskeyCookie.read(request), body.credential(), request.getRemoteAddr()),
                request,
                response);
        return Map.of();
    }
}
