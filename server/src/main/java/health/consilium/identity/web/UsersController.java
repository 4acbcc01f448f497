package health.consilium.identity.web;

import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.people.Details;
import health.consilium.identity.people.People;
import health.consilium.identity.people.Person;
import health.consilium.identity.store.PeopleStore.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators. */
@Tag(name = "admin")
@RestController
@RequestMapping("/api/v1/admin/users")
class UsersController {
    private static final int PAGE = 25;

    private final People people;

    UsersController(People people) {
        this.people = people;
    }

    record Account(
            UUID id,
            String email,
            Role role,
            String name,
            String about,
            String licence,
            @Nullable String phone,
            @Nullable LocalDate dateOfBirth,
            String zone,
            String locale,
            boolean enabled,
            boolean hasPassword,
            @Nullable Instant lastSeen) {
        static Account of(Person person) {
            UserView user = person.user();
            return new Account(
                    user.id().value(),
                    user.email(),
                    user.role(),
                    user.displayName(),
                    user.about(),
                    user.licence(),
                    user.phone(),
                    user.dateOfBirth(),
                    user.zone().getId(),
                    user.locale(),
                    person.enabled(),
                    person.hasPassword(),
                    person.lastSeen());
        }
    }

    /** @param total of all pages, each of {@code size} */
    record AccountPage(List<Account> accounts, int total, int size) implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return accounts.stream()
                    .filter(account -> account.role() == Role.PATIENT)
                    .map(Account::id)
                    .toList();
        }
    }

    record AccountDetails(
            @NotBlank @Email @Size(max = 320) String email,
            @NotNull Role role,
            @NotBlank @Size(max = 120) String name,
            @Nullable @Size(max = 200) String about,

            @Nullable @Pattern(regexp = "|[+0-9][0-9 ()/.-]{4,30}")
            String phone,

            @Nullable @Past LocalDate dateOfBirth,
            @NotBlank @Size(max = 60) String zone,

            @NotNull @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?")
            String locale,

            @Nullable Boolean enabled) {
        Details details() {
            return new Details(
                    email.strip(),
                    role,
                    name.strip(),
                    about == null ? "" : about.strip(),
                    phone == null || phone.isBlank() ? null : phone.strip(),
                    dateOfBirth,
                    Zones.known(zone),
                    locale);
        }
    }

    @ShowsHealthData(Subject.ACCOUNT)
    @Operation(operationId = "listAccounts", summary = "Accounts by name, 25 a page; search by name or email")
    @GetMapping
    AccountPage list(
            @RequestParam(defaultValue = "") @Size(max = 100) String search,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page) {
        People.Page found = people.find(new Query(search.strip(), role, page, PAGE));
        return new AccountPage(found.people().stream().map(Account::of).toList(), found.total(), PAGE);
    }

    @Operation(operationId = "getAccount", summary = "One account")
    @GetMapping("/{userId}")
    Account get(@PathVariable UUID userId) {
        return Account.of(people.get(new UserId(userId)));
    }

    @Operation(operationId = "createAccount", summary = "Makes an account and has the invitation sent")
    @PostMapping
    Account create(@Valid @RequestBody AccountDetails body, CurrentUser who) {
        return Account.of(people.create(body.details(), who));
    }

    @Operation(
            operationId = "changeAccount",
            summary = "Changes an account; who is switched off or gets another role is signed out everywhere")
    @PutMapping("/{userId}")
    Account change(@PathVariable UUID userId, @Valid @RequestBody AccountDetails body, CurrentUser who) {
        boolean enabled = body.enabled() == null || body.enabled();
        return Account.of(people.change(new UserId(userId), body.details(), enabled, who));
    }

    @Operation(operationId = "inviteAccount", summary = "Has the invitation sent again")
    @PostMapping("/{userId}/invite")
    Map<String, Object> invite(@PathVariable UUID userId, CurrentUser who) {
        people.invite(new UserId(userId), who);
        return Map.of();
    }
}
