package health.consilium.admin.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.consilium.admin.person.DataRequest.Kind;
import health.consilium.admin.person.DataRequest.State;
import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** U29: patients ask for a copy of their data or for its erasure; the clinic decides. */
@Tag(name = "account")
@RestController
@RequestMapping("/api/v1")
class DataRequestController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Requests requests;
    private final RequestStore store;
    private final Users users;
    private final Clock clock;

    DataRequestController(Requests requests, RequestStore store, Users users, Clock clock) {
        this.requests = requests;
        this.store = store;
        this.users = users;
        this.clock = clock;
    }

    record DataAsked(@NotNull Kind kind) {}

    /** @param key of this asking, made by the page: sent twice it is one request; @param reason how they asked, who checked */
    record DataAskedFor(
            @NotNull UUID key,
            @NotNull Kind kind,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param rows that are gone; @param kept rows that stay; @param because a code for why */
    record PartErased(int rows, int kept, String because) {}

    /**
     * @param name of the patient
     * @param fetchable whether the copy may be fetched now
     * @param askedBy who of the clinic asked in the patient's name; null: the patient did
     * @param reason how the patient asked the clinic; empty: here
     */
    record DataRequestJson(
            @JsonIgnore UUID person,
            UUID id,
            @Nullable String name,
            Kind kind,
            State state,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant expiresAt,
            boolean fetchable,
            @Nullable String askedBy,
            String reason,
            Map<String, PartErased> outcome)
            implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return List.of(person);
        }
    }

    @Operation(operationId = "listMyDataRequests", summary = "What I asked for, newest first")
    @GetMapping("/account/data-requests")
    List<DataRequestJson> mine(CurrentUser who) {
        return json(store.of(who.id().value()));
    }

    @Operation(
            operationId = "askForData",
            summary =
                    "Asks the clinic for a copy of all my data (COPY), or to erase it (ERASURE); again: the same request")
    @PostMapping("/account/data-requests")
    List<DataRequestJson> ask(@Valid @RequestBody DataAsked asked, CurrentUser who) {
        requests.ask(who, asked.kind());
        return mine(who);
    }

    @Operation(operationId = "fetchMyData", summary = "Everything that the clinic keeps of me, as a ZIP; once")
    @GetMapping(path = "/account/data-requests/{requestId}/file", produces = "application/zip")
    void fetch(@PathVariable UUID requestId, CurrentUser who, HttpServletResponse response) throws IOException {
        send(requests.collect(requestId, who), true, response);
    }

    private void send(UserId person, boolean toThePatient, HttpServletResponse response) throws IOException {
        String name = toThePatient ? "my-data.zip" : "patient-data.zip";
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        requests.write(person, toThePatient, response.getOutputStream());
    }

    @Operation(
            operationId = "askForDataOf",
            summary =
                    "Writes down that a patient asked the clinic for a copy or for erasure; same key: the same request")
    @PostMapping("/admin/users/{userId}/data-requests")
    List<DataRequestJson> askFor(@PathVariable UUID userId, @Valid @RequestBody DataAskedFor asked, CurrentUser who) {
        requests.askFor(
                new UserId(userId), asked.key(), asked.kind(), asked.reason().strip(), who);
        return json(store.all());
    }

    @Operation(
            operationId = "fetchDataOf",
            summary =
                    "The copy that the clinic asked for in a patient's name, as a ZIP to hand over; once; without films")
    @GetMapping(path = "/admin/data-requests/{requestId}/file", produces = "application/zip")
    void fetchFor(@PathVariable UUID requestId, CurrentUser who, HttpServletResponse response) throws IOException {
        send(requests.collect(requestId, who), false, response);
    }

    @ShowsHealthData(Subject.PATIENT_DATA)
    @Operation(operationId = "listDataRequests", summary = "What patients asked for, those to be decided first")
    @GetMapping("/admin/data-requests")
    List<DataRequestJson> all() {
        return json(store.all());
    }

    @Operation(
            operationId = "confirmDataRequest",
            summary = "Lets the patient fetch the copy, or erases what need not be kept; again: nothing more happens")
    @PostMapping("/admin/data-requests/{requestId}/confirm")
    List<DataRequestJson> confirm(@PathVariable UUID requestId, CurrentUser who) {
        requests.confirm(requestId, who);
        return json(store.all());
    }

    @Operation(operationId = "refuseDataRequest", summary = "Refuses it; the clinic tells the patient why")
    @PostMapping("/admin/data-requests/{requestId}/refuse")
    List<DataRequestJson> refuse(@PathVariable UUID requestId, CurrentUser who) {
        requests.refuse(requestId, who);
        return json(store.all());
    }

    private List<DataRequestJson> json(List<DataRequest> all) {
        Set<UserId> named = new HashSet<>();
        for (DataRequest one : all) {
            named.add(new UserId(one.person()));
            UUID asker = one.askedBy();
            if (asker != null) {
                named.add(new UserId(asker));
            }
        }
        Map<UserId, UserView> people = users.findAll(named);
        return all.stream().map(one -> json(one, people)).toList();
    }

    private DataRequestJson json(DataRequest one, Map<UserId, UserView> people) {
        UserView user = people.get(new UserId(one.person()));
        UUID by = one.askedBy();
        UserView asker = by == null ? null : people.get(new UserId(by));
        Instant end = one.expiresAt();
        return new DataRequestJson(
                one.person(),
                one.id(),
                user == null ? null : user.displayName(),
                one.kind(),
                one.state(),
                one.askedAt(),
                one.decidedAt(),
                end,
                one.state() == State.READY && end != null && clock.instant().isBefore(end),
                asker == null ? null : asker.displayName(),
                one.reason(),
                JSON.readValue(one.outcome(), new TypeReference<Map<String, PartErased>>() {}));
    }
}
