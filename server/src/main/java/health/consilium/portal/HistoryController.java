package health.consilium.portal;

import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.portal.AppointmentPages.Scope;
import health.consilium.prescription.Prescriptions;
import health.consilium.scheduling.AppointmentFinder.Page;
import health.consilium.scheduling.AppointmentId;
import health.consilium.summary.Summaries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Past consultations, to search and to leaf through. */
@Tag(name = "appointments")
@RestController
class HistoryController {
    private static final int PAGE = 20;

    private final AppointmentPages pages;
    private final PastSearch past;
    private final Prescriptions prescriptions;
    private final Summaries summaries;

    HistoryController(AppointmentPages pages, PastSearch past, Prescriptions prescriptions, Summaries summaries) {
        this.pages = pages;
        this.past = past;
        this.prescriptions = prescriptions;
        this.summaries = summaries;
    }

    /**
     * @param summary whether there is one to read
     * @param prescriptions signed ones that hold
     */
    record PastJson(AppointmentJson appointment, boolean summary, int prescriptions) {}

    /**
     * @param total how many there are in all that fit
     * @param any whether there is anything at all, whatever was asked for
     */
    record HistoryJson(List<PastJson> items, int page, int pages, int total, boolean any) implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return items.stream().map(past -> past.appointment().patient().id()).toList();
        }
    }

    @Operation(
            operationId = "getHistory",
            summary = "My past consultations, newest first; the clinic's for administrators")
    @ShowsHealthData(Subject.APPOINTMENTS)
    @GetMapping("/api/v1/history")
    HistoryJson history(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") int page,
            CurrentUser who) {
        return who.is(Role.PATIENT) ? mine(q, from, to, page, who) : searched(q, from, to, page, who);
    }

    private HistoryJson searched(String q, @Nullable Instant from, @Nullable Instant to, int page, CurrentUser who) {
        Page found = past.find(who, q, from, to, page, PAGE);
        boolean any = found.total() > 0 || past.find(who, "", null, null, 0, 1).total() > 0;
        return new HistoryJson(items(pages.shown(found.items(), who)), found.page(), found.pages(), found.total(), any);
    }

    /** What one person had, or what their link reaches of it. */
    private HistoryJson mine(String q, @Nullable Instant from, @Nullable Instant to, int page, CurrentUser who) {
        List<AppointmentJson> all = pages.list(who, Scope.PAST);
        List<AppointmentJson> fitting = all.stream()
                .filter(one -> from == null || !one.start().isBefore(from))
                .filter(one -> to == null || one.start().isBefore(to))
                .filter(one -> Names.fits(one.doctor().name(), q))
                .toList();
        int last = Math.max(0, (fitting.size() - 1) / PAGE);
        int at = Math.clamp(page, 0, last);
        List<AppointmentJson> shown = fitting.subList(at * PAGE, Math.min(fitting.size(), (at + 1) * PAGE));
        return new HistoryJson(items(shown), at, last + 1, fitting.size(), !all.isEmpty());
    }

    private List<PastJson> items(List<AppointmentJson> shown) {
        List<AppointmentId> ids =
                shown.stream().map(one -> new AppointmentId(one.id())).toList();
        Map<AppointmentId, Integer> prescribed = prescriptions.signedOf(ids);
        Set<AppointmentId> summarised = summaries.releasedOf(ids);
        return shown.stream()
                .map(one -> {
                    AppointmentId id = new AppointmentId(one.id());
                    return new PastJson(one, summarised.contains(id), prescribed.getOrDefault(id, 0));
                })
                .toList();
    }
}
