package health.consilium.identity.web;

import health.consilium.audit.Actor;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.factor.SecondFactors;
import health.consilium.identity.factor.SecondFactors.Enrolment;
import health.consilium.identity.people.Passwords;
import health.consilium.identity.people.People;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LoginStore.Halfway;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The second factor: answering with it, setting it up at the first sign-in or later, and taking it away. */
@Tag(name = "auth")
@RestController
class SecondFactorController {
    private final SignInService signIns;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final AccountStore accounts;
    private final People people;
    private final HalfSignIns halves;
    private final SessionStart sessions;

    SecondFactorController(
            SignInService signIns,
            SecondFactors factors,
            Passwords passwords,
            AccountStore accounts,
            People people,
            HalfSignIns halves,
            SessionStart sessions) {
        this.signIns = signIns;
        this.factors = factors;
        this.passwords = passwords;
        this.accounts = accounts;
        this.people = people;
        this.halves = halves;
        this.sessions = sessions;
    }

    record FactorCode(@NotBlank @Size(max = 60) String code) {}

    /** @param password asked of whoever is signed in already; not at the first sign-in, which has just asked */
    record EnrolmentBegin(@Nullable @Size(max = 200) String password) {}

    record FactorRemoval(
            @NotNull @Size(max = 200) String password,
            @NotBlank @Size(max = 60) String code) {}

    record RecoveryCodes(List<String> codes) {}

    /** @param required whether one may not be without app and passkey */
    record FactorState(boolean app, int codesLeft, boolean required) {}

    @Operation(operationId = "answerSecondFactor", summary = "The code after the password; sets the session cookie")
    @PostMapping("/api/v1/auth/second-factor")
    Map<String, Object> answer(
            @Valid @RequestBody FactorCode body, HttpServletRequest request, HttpServletResponse response) {
        Halfway halfway = halves.get(request);
        sessions.begin(signIns.answer(halfway, body.code()), request, response);
        return Map.of();
    }

    @Operation(operationId = "secondFactor", summary = "Whether I have a second factor")
    @GetMapping("/api/v1/auth/second-factor")
    FactorState state(CurrentUser who) {
        return new FactorState(factors.has(who.id()), factors.codesLeft(who.id()), factors.required(who.role()));
    }

    @Operation(operationId = "enrolSecondFactor", summary = "A secret for an authenticator app; nothing changes yet")
    @PostMapping("/api/v1/auth/second-factor/enrolment")
    Enrolment enrol(@Valid @RequestBody EnrolmentBegin body, HttpServletRequest request) {
        Optional<CurrentUser> signedIn = HalfSignIns.signedIn();
        if (signedIn.isPresent()) {
            UserView person = accounts.enabled(signedIn.get().id()).orElseThrow();
            String password = body.password() == null ? "" : body.password();
            passwords.confirm(person, password, request.getRemoteAddr());
            return factors.begin(person);
        }
        return factors.begin(halves.enrolling(request).user());
    }

    @Operation(
            operationId = "confirmSecondFactor",
            summary = "The app's first code; answers with codes for the day when the phone is gone, shown once")
    @PostMapping("/api/v1/auth/second-factor/enrolment/confirm")
    RecoveryCodes confirm(
            @Valid @RequestBody FactorCode body, HttpServletRequest request, HttpServletResponse response) {
        Optional<CurrentUser> signedIn = HalfSignIns.signedIn();
        if (signedIn.isPresent()) {
            return new RecoveryCodes(factors.confirm(
                    signedIn.get().id(), body.code(), signedIn.get().actor()));
        }
        Halfway halfway = halves.enrolling(request);
        UserView person = halfway.user();
        Actor actor = new Actor(person.id().value(), person.role().name());
        List<String> codes = factors.confirm(person.id(), body.code(), actor);
        sessions.begin(signIns.complete(halfway), request, response);
        return new RecoveryCodes(codes);
    }

    @Operation(operationId = "removeSecondFactor", summary = "Take my authenticator app away, to set up another")
    @PostMapping("/api/v1/auth/second-factor/remove")
    Map<String, Object> remove(@Valid @RequestBody FactorRemoval body, CurrentUser who, HttpServletRequest request) {
        passwords.confirm(accounts.enabled(who.id()).orElseThrow(), body.password(), request.getRemoteAddr());
        signIns.checkCode(who.id(), body.code());
        factors.remove(who.id(), who.actor());
        return Map.of();
    }

    @Operation(
            operationId = "resetSecondFactor",
            summary = "Take somebody's second factor away whose phone and codes are gone; signs them out everywhere")
    @PostMapping("/api/v1/admin/users/{userId}/second-factor/reset")
    Map<String, Object> reset(@PathVariable UUID userId, CurrentUser who) {
        UserId id = people.get(new UserId(userId)).user().id();
        factors.reset(id, who.actor());
        signIns.endAll(id);
        return Map.of();
    }
}
