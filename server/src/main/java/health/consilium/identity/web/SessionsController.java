package health.consilium.identity.web;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.LoginStore.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where I am signed in. */
@Tag(name = "auth")
@RestController
@RequestMapping("/api/v1/auth/sessions")
class SessionsController {
    private final SignInService signIns;

    SessionsController(SignInService signIns) {
        this.signIns = signIns;
    }

    /**
     * @param browser such as "Firefox, Windows"; empty for a program
     * @param current whether it is the one that asks
     */
    record SessionJson(UUID id, Instant startedAt, Instant usedAt, String browser, boolean program, boolean current) {
        static SessionJson of(Seen login, CurrentUser who) {
            return new SessionJson(
                    login.id(),
                    login.startedAt(),
                    login.usedAt(),
                    login.browser(),
                    login.program(),
                    login.id().equals(who.login()));
        }
    }

    @Operation(operationId = "listSessions", summary = "Where I am signed in, the newest first")
    @GetMapping
    List<SessionJson> list(CurrentUser who) {
        return signIns.of(who.id()).stream()
                .map(login -> SessionJson.of(login, who))
                .toList();
    }

    @Operation(operationId = "endSession", summary = "Signs one of my browsers or programs out")
    @DeleteMapping("/{sessionId}")
    Map<String, Object> end(@PathVariable UUID sessionId, CurrentUser who) {
        signIns.end(sessionId, who.id());
        return Map.of();
    }

    @Operation(operationId = "signOutEverywhere", summary = "Signs all of my browsers and programs out, this one too")
    @DeleteMapping
    Map<String, Object> endAll(CurrentUser who, HttpServletRequest request, HttpServletResponse response) {
        signIns.endAll(who.id());
        SessionCookie.clear(request, response);
        return Map.of();
    }
}
