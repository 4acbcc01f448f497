package health.consilium.identity.web;

import health.consilium.audit.Actor;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserView;
import health.consilium.identity.passkey.PasskeyOptions.PasskeyCreation;
import health.consilium.identity.passkey.Passkeys;
import health.consilium.identity.passkey.Passkeys.Added;
import health.consilium.identity.people.Passwords;
import health.consilium.identity.signin.SignInService;
import health.consilium.identity.store.AccountStore;
import health.consilium.identity.store.LoginStore.Halfway;
import health.consilium.identity.store.PasskeyStore.Passkey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** My passkeys: made at the first sign-in or later, listed, taken away. */
@Tag(name = "auth")
@RestController
@RequestMapping("/api/v1/auth/passkeys")
class PasskeyController {
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final AccountStore accounts;
    private final SignInService signIns;
    private final HalfSignIns halves;
    private final SessionStart sessions;

    PasskeyController(
            Passkeys passkeys,
            Passwords passwords,
            AccountStore accounts,
            SignInService signIns,
            HalfSignIns halves,
            SessionStart sessions) {
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.accounts = accounts;
        this.signIns = signIns;
        this.halves = halves;
        this.sessions = sessions;
    }

    /** @param password asked of whoever is signed in already; not at the first sign-in, which has just asked */
    record PasskeyBegin(@Nullable @Size(max = 200) String password) {}

    /**
     * @param name as its owner calls it; empty: the browser's
     * @param credential what the browser answered, {@code JSON.stringify(credential)}
     */
    record NewPasskey(
            @Nullable @Size(max = 60) String name,
            @NotBlank @Size(max = 32_768) String credential) {}

    record PasskeyRemoval(@NotNull @Size(max = 200) String password) {}

    /** @param codes for the day when the device is gone: with somebody's first second factor, shown once */
    record PasskeyAdded(PasskeyJson passkey, List<String> codes) {}

    record PasskeyJson(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {
        static PasskeyJson of(Passkey passkey) {
            return new PasskeyJson(passkey.id(), passkey.name(), passkey.createdAt(), passkey.usedAt());
        }
    }

    @Operation(operationId = "listPasskeys", summary = "My passkeys, the oldest first")
    @GetMapping
    List<PasskeyJson> list(CurrentUser who) {
        return passkeys.of(who.id()).stream().map(PasskeyJson::of).toList();
    }

    @Operation(operationId = "beginPasskey", summary = "What the browser needs to make a passkey; nothing changes yet")
    @PostMapping("/registration")
    PasskeyCreation begin(@Valid @RequestBody PasskeyBegin body, HttpServletRequest request) {
        Optional<CurrentUser> signedIn = HalfSignIns.signedIn();
        if (signedIn.isPresent()) {
            UserView person = accounts.enabled(signedIn.get().id()).orElseThrow();
            String password = body.password() == null ? "" : body.password();
            passwords.confirm(person, password, request.getRemoteAddr());
            return passkeys.begin(person, signedIn.get().login());
        }
        Halfway halfway = halves.enrolling(request);
        return passkeys.begin(halfway.user(), halfway.id());
    }

    @Operation(
            operationId = "addPasskey",
            summary = "The passkey that was made; with the first second factor come codes, shown once")
    @PostMapping
    PasskeyAdded add(@Valid @RequestBody NewPasskey body, HttpServletRequest request, HttpServletResponse response) {
        String name = body.name() == null || body.name().isBlank()
                ? BrowserName.of(request)
                : body.name().strip();
        Optional<CurrentUser> signedIn = HalfSignIns.signedIn();
        if (signedIn.isPresent()) {
            CurrentUser who = signedIn.get();
            return added(passkeys.add(who.id(), who.login(), name, body.credential(), who.actor()));
        }
        Halfway halfway = halves.enrolling(request);
        UserView person = halfway.user();
        Actor actor = new Actor(person.id().value(), person.role().name());
        Added added = passkeys.add(person.id(), halfway.id(), name, body.credential(), actor);
        sessions.begin(signIns.complete(halfway), request, response);
        return added(added);
    }

    private static PasskeyAdded added(Added added) {
        return new PasskeyAdded(PasskeyJson.of(added.passkey()), added.codes());
    }

    @Operation(operationId = "removePasskey", summary = "Take one of my passkeys away; it opens nothing any more")
    @PostMapping("/{passkeyId}/remove")
    Map<String, Object> remove(
            @PathVariable UUID passkeyId,
            @Valid @RequestBody PasskeyRemoval body,
            CurrentUser who,
            HttpServletRequest request) {
        passwords.confirm(accounts.enabled(who.id()).orElseThrow(), body.password(), request.getRemoteAddr());
        passkeys.remove(passkeyId, who.id(), who.actor());
        return Map.of();
    }
}
