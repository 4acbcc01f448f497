package health.consilium.portal;

import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.payment.PaymentStatus;
import health.consilium.portal.AppointmentSearch.Wanted;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A7: all of the clinic's appointments, to search and to leaf through. */
@Tag(name = "admin")
@RestController
class ClinicAppointmentsController {
    private static final int PAGE = 25;

    private final AppointmentSearch search;
    private final AppointmentPages pages;

    ClinicAppointmentsController(AppointmentSearch search, AppointmentPages pages) {
        this.search = search;
        this.pages = pages;
    }

    /** @param total how many there are in all that fit */
    record FoundJson(List<AppointmentJson> items, int page, int pages, int total) {}

    @ShowsHealthData(Subject.APPOINTMENTS)
    @Operation(
            operationId = "searchAppointments",
            summary = "Administrators: the clinic's appointments by person, start, status and payment;"
                    + " the latest first unless it is said from when on")
    @GetMapping("/api/v1/admin/appointments")
    FoundJson find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable AppointmentStatus status,
            @RequestParam(required = false) @Nullable PaymentStatus payment,
            @RequestParam(defaultValue = "0") int page,
            CurrentUser who) {
        List<Appointment> found = search.find(new Wanted(q, from, to, status, payment));
        int last = Math.max(0, (found.size() - 1) / PAGE);
        int at = Math.clamp(page, 0, last);
        List<Appointment> shown = found.subList(at * PAGE, Math.min(found.size(), (at + 1) * PAGE));
        return new FoundJson(pages.shown(shown, who), at, last + 1, found.size());
    }
}
