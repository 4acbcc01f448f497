package health.consilium.admin.person;

import health.consilium.admin.person.DataRequest.Kind;
import health.consilium.admin.person.DataRequest.State;
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
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** @param rows that are gone; @param kept rows that stay; @param because a code for why */
    record PartErased(int rows, int kept, String because) {}

    /** @param name of the patient; @param fetchable whether the copy may be fetched now */
    record DataRequestJson(
            UUID id,
            @Nullable String name,
            Kind kind,
            State state,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant expiresAt,
            boolean fetchable,
            Map<String, PartErased> outcome) {}

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
        requests.collect(requestId, who);
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"my-data.zip\"");
        requests.write(who.id(), response.getOutputStream());
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
        Map<UserId, UserView> people =
                users.findAll(all.stream().map(one -> new UserId(one.person())).collect(Collectors.toSet()));
        return all.stream().map(one -> json(one, people)).toList();
    }

    private DataRequestJson json(DataRequest one, Map<UserId, UserView> people) {
        UserView user = people.get(new UserId(one.person()));
        Instant end = one.expiresAt();
        return new DataRequestJson(
                one.id(),
                user == null ? null : user.displayName(),
                one.kind(),
                one.state(),
                one.askedAt(),
                one.decidedAt(),
                end,
                one.state() == State.READY && end != null && clock.instant().isBefore(end),
                JSON.readValue(one.outcome(), new TypeReference<Map<String, PartErased>>() {}));
    }
}
