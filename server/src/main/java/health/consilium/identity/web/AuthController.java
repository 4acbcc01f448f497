package health.consilium.identity.web;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.SignIns.Started;
import health.consilium.identity.factor.SecondFactors.Next;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.signin.SignInService.Answer;
import health.consilium.identity.store.AccountStore;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "auth")
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {
    private final SignInService signIns;
    private final AccountStore accounts;
    private final SessionStart sessions;

    AuthController(SignInService signIns, AccountStore accounts, SessionStart sessions) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    record Credentials(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password) {}

    /** @param code of the second factor, where there is one */
    record ProgramCredentials(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 60) String code) {}

    /** @param user null while a second factor is still to come */
    record SignInAnswer(@Nullable UserJson user, Next next) {}

    record SignedIn(UserJson user) {}

    record Token(String accessToken, String tokenType, Instant expiresAt) {}

    record Preferences(
            @Nullable @Size(max = 60) String zone,

            @Nullable @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?")
            String locale,

            @Nullable @Pattern(regexp = "|[+0-9][0-9 ()/.-]{4,30}")
            String phone) {}

    @Operation(operationId = "signIn", summary = "Sign in with email and password; sets the session cookie")
    @PostMapping("/login")
    SignInAnswer signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Answer answer = signIns.signIn(credentials.email(), credentials.password(), request.getRemoteAddr());
        sessions.begin(answer.started(), request, response);
        UserJson user = signIns.recognise(answer.started().token().reveal())
                .map(login -> UserJson.of(login.user(), null))
                .orElse(null);
        return new SignInAnswer(user, answer.next());
    }

    @Operation(operationId = "createToken", summary = "Sign in for programs: a bearer token")
    @PostMapping("/token")
    Token token(@Valid @RequestBody ProgramCredentials credentials, HttpServletRequest request) {
        Started started = signIns.signInProgram(
                credentials.email(), credentials.password(), credentials.code(), request.getRemoteAddr());
        return new Token(started.token().reveal(), "Bearer", started.expiresAt());
    }

    @Operation(operationId = "signOut", summary = "Sign out; closes the sockets of this sign-in")
    @PostMapping("/logout")
    Map<String, Object> signOut(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        signIns.signOut(user.login(), user.id());
        SessionCookie.clear(request, response);
        return Map.of();
    }

    @Operation(operationId = "me", summary = "Who am I")
    @GetMapping("/me")
    SignedIn me(CurrentUser user) {
        return new SignedIn(UserJson.of(accounts.find(user.id()).orElseThrow(), user.onlyAppointment()));
    }

    @Operation(operationId = "setPreferences", summary = "Set my time zone, language and phone number")
    @PatchMapping("/me")
    SignedIn preferences(CurrentUser user, @Valid @RequestBody Preferences wanted) {
        accounts.setPreferences(
                user.id(), wanted.zone() == null ? null : allowed(Zones.known(wanted.zone()), user), wanted.locale());
        if (wanted.phone() != null) {
            if (user.onlyAppointment() != null) {
                throw new Problem(
                        ErrorCode.LINK_TOO_NARROW,
                        "You came in by the link of one appointment. To change your phone number, sign in with your password.");
            }
            accounts.setPhone(
                    user.id(), wanted.phone().isBlank() ? null : wanted.phone().strip());
        }
        return me(user);
    }

    /** A doctor's hours are counted in the zone of their account: another one would move what patients can book. */
    private ZoneId allowed(ZoneId wanted, CurrentUser user) {
        ZoneId now = accounts.find(user.id()).orElseThrow().zone();
        if (user.is(Role.DOCTOR) && !wanted.equals(now)) {
            throw new Problem(
                    ErrorCode.FORBIDDEN,
                    "Your hours are counted in the time zone of your account. Please ask the clinic to change it.",
                    Map.of("zone", now.getId()));
        }
        return wanted;
    }
}
