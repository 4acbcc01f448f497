package health.consilium.portal;

import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.payment.PaymentStatus;
import health.consilium.portal.AppointmentSearch.Wanted;
import health.consilium.scheduling.AppointmentFinder.Page;
import health.consilium.scheduling.AppointmentStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A7: all of the clinic's appointments, to search and to leaf through. */
@Tag(name = "admin")
@RestController
class ClinicAppointmentsController {
    private final AppointmentSearch search;
    private final AppointmentPages pages;

    ClinicAppointmentsController(AppointmentSearch search, AppointmentPages pages) {
        this.search = search;
        this.pages = pages;
    }

    /** @param total how many there are in all that fit */
    record FoundJson(List<AppointmentJson> items, int page, int pages, int total) implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return items.stream().map(one -> one.patient().id()).toList();
        }
    }

    @ShowsHealthData(Subject.APPOINTMENTS)
    @Operation(
            operationId = "searchAppointments",
            summary =
                    "Administrators: the clinic's appointments by person, doctor, start, status and payment, held ones"
                            + " too; the latest first unless it is said from when on")
    @GetMapping("/api/v1/admin/appointments")
    FoundJson find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID doctor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable AppointmentStatus status,
            @RequestParam(required = false) @Nullable PaymentStatus payment,
            @RequestParam(defaultValue = "0") int page,
            CurrentUser who) {
        Page found =
                search.find(new Wanted(q, doctor == null ? null : new UserId(doctor), from, to, status, payment), page);
        return new FoundJson(pages.shown(found.items(), who), found.page(), found.pages(), found.total());
    }
}
