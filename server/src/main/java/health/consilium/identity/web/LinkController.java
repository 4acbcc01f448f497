package health.consilium.identity.web;

import health.consilium.identity.signin.LinkSignIn;
import health.consilium.identity.signin.LinkSignIn.CameIn;
import health.consilium.identity.signin.LinkSignIn.Opened;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links from mails. Tokens travel in bodies, never in addresses, which get written down on the way. */
@Tag(name = "auth")
@RestController
@RequestMapping("/api/v1/auth/links")
class LinkController {
    private final LinkSignIn links;
    private final SessionStart sessions;

    LinkController(LinkSignIn links, SessionStart sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    record LinkToken(@NotBlank @Size(max = 100) String token) {}

    record Confirmation(
            @NotBlank @Size(max = 100) String token,
            @NotNull LocalDate dateOfBirth) {}

    record Way(String path) {}

    /** @param token of a link that is over; or else {@code email} */
    record NewLink(
            @Nullable @Size(max = 100) String token,
            @Nullable @Size(max = 320) String email) {}

    @Operation(operationId = "openLink", summary = "What a link from a mail leads to; uses nothing up")
    @PostMapping("/open")
    Opened open(@Valid @RequestBody LinkToken link, HttpServletRequest request) {
        return links.open(link.token(), request.getRemoteAddr(), SessionCookie.read(request));
    }

    @Operation(operationId = "comeInByLink", summary = "Confirm the date of birth and come in, once; sets the cookie")
    @PostMapping("/come-in")
    Way comeIn(@Valid @RequestBody Confirmation body, HttpServletRequest request, HttpServletResponse response) {
        CameIn in = links.comeIn(body.token(), body.dateOfBirth(), request.getRemoteAddr());
        sessions.begin(in.started(), request, response);
        return new Way(in.path());
    }

    @Operation(operationId = "askForLink", summary = "Have a new link sent; the answer is always the same")
    @PostMapping("/again")
    Map<String, Object> again(@Valid @RequestBody NewLink wanted, HttpServletRequest request) {
        if (wanted.token() != null) {
            links.askAgain(wanted.token(), request.getRemoteAddr());
        } else {
            links.askByEmail(wanted.email() == null ? "" : wanted.email(), request.getRemoteAddr());
        }
        return Map.of();
    }
}
