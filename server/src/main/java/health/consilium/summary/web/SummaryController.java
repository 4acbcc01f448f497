package health.consilium.summary.web;

import health.consilium.identity.CurrentUser;
import health.consilium.scheduling.AppointmentId;
import health.consilium.summary.service.SummaryDesk;
import health.consilium.summary.service.SummaryDesk.Sheet;
import health.consilium.summary.store.AgreedStore.Draft;
import health.consilium.summary.store.AgreedStore.FollowUp;
import health.consilium.summary.store.AgreedStore.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "summary")
@RestController
@RequestMapping("/api/v1/consultations/{appointmentId}")
class SummaryController {
    private final SummaryDesk desk;

    SummaryController(SummaryDesk desk) {
        this.desk = desk;
    }

    record SummaryBody(
            @Min(0) int revision,
            @NotNull @Size(max = 8000) String agreed,
            @NotNull @Size(max = 2000) String nextStep) {}

    record ReleaseBody(@Min(0) int revision) {}

    /** @param at a time on that day, or null */
    record FollowUpBody(
            @NotNull LocalDate day,
            @Nullable Instant at,
            @NotNull @Size(max = 500) String note) {}

    record SummaryDraftJson(String agreed, String nextStep, int revision, Instant savedAt) {
        static SummaryDraftJson of(Draft draft) {
            return new SummaryDraftJson(draft.agreed(), draft.nextStep(), draft.revision(), draft.savedAt());
        }
    }

    /** @param revision of the draft that was released */
    record SummaryVersionJson(int version, String agreed, String nextStep, int revision, Instant releasedAt) {
        static SummaryVersionJson of(Version one) {
            return new SummaryVersionJson(
                    one.number(), one.agreed(), one.nextStep(), one.draftRevision(), one.releasedAt());
        }
    }

    record FollowUpJson(LocalDate day, @Nullable Instant at, String note, Instant proposedAt) {
        static FollowUpJson of(FollowUp one) {
            return new FollowUpJson(one.day(), one.at(), one.note(), one.proposedAt());
        }
    }

    /**
     * @param writable whether the reader may write it
     * @param versions newest first
     */
    record SummaryJson(
            boolean writable,
            List<SummaryVersionJson> versions,
            @Nullable SummaryDraftJson draft,
            @Nullable FollowUpJson followUp) {
        static SummaryJson of(Sheet sheet) {
            return new SummaryJson(
                    sheet.writable(),
                    sheet.versions().reversed().stream()
                            .map(SummaryVersionJson::of)
                            .toList(),
                    sheet.draft() == null ? null : SummaryDraftJson.of(sheet.draft()),
                    sheet.followUp() == null ? null : FollowUpJson.of(sheet.followUp()));
        }
    }

    @Operation(
            operationId = "getSummary",
            summary = "What was agreed, and when to meet again; the doctor sees the draft")
    @GetMapping("/summary")
    SummaryJson get(@PathVariable UUID appointmentId, CurrentUser who) {
        return SummaryJson.of(desk.of(new AppointmentId(appointmentId), who));
    }

    @Operation(
            operationId = "saveSummary",
            summary = "Doctor: saves the draft; refused when the page knows an older one")
    @PutMapping("/summary")
    SummaryDraftJson save(@PathVariable UUID appointmentId, @Valid @RequestBody SummaryBody body, CurrentUser who) {
        return SummaryDraftJson.of(
                desk.save(new AppointmentId(appointmentId), body.agreed(), body.nextStep(), body.revision(), who));
    }

    @Operation(operationId = "releaseSummary", summary = "Doctor: gives the patient the draft of that revision")
    @PostMapping("/summary/release")
    SummaryJson release(@PathVariable UUID appointmentId, @Valid @RequestBody ReleaseBody body, CurrentUser who) {
        return SummaryJson.of(desk.release(new AppointmentId(appointmentId), body.revision(), who));
    }

    @Operation(operationId = "proposeFollowUp", summary = "Doctor: proposes to meet again around a day")
    @PutMapping("/follow-up")
    SummaryJson propose(@PathVariable UUID appointmentId, @Valid @RequestBody FollowUpBody body, CurrentUser who) {
        return SummaryJson.of(desk.propose(new AppointmentId(appointmentId), body.day(), body.at(), body.note(), who));
    }

    @Operation(operationId = "takeFollowUpBack", summary = "Doctor: takes the proposal back")
    @DeleteMapping("/follow-up")
    SummaryJson takeBack(@PathVariable UUID appointmentId, CurrentUser who) {
        return SummaryJson.of(desk.takeBack(new AppointmentId(appointmentId), who));
    }
}
