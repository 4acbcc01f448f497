package health.consilium.portal;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.Accounts;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Bookings;
import health.consilium.scheduling.Bookings.Wish;
import health.consilium.scheduling.Intake;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A1: booking, another time, giving up, and the file for one's calendar. */
@Tag(name = "booking")
@RestController
class BookingController {
    private static final int PAGE = 25;

    private final Bookings bookings;
    private final AppointmentPages pages;
    private final CalendarDownload calendar;
    private final Accounts accounts;
    private final AuditTrail trail;

    BookingController(
            Bookings bookings, AppointmentPages pages, CalendarDownload calendar, Accounts accounts, AuditTrail trail) {
        this.bookings = bookings;
        this.pages = pages;
        this.calendar = calendar;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** A patient as the desk finds them. */
    record PatientJson(UUID id, String name, String email) {}

    /** @param total how many there are in all that fit */
    record PatientsJson(List<PatientJson> items, int page, int pages, int total) implements NamesPatients {
        @Override
        public Collection<UUID> patientsNamed() {
            return items.stream().map(PatientJson::id).toList();
        }
    }

    /** @param interpreter the language to interpret; left out for no interpreter */
    record IntakeJson(
            @Nullable @Size(max = 60) String interpreter,
            @NotNull Boolean captions,
            @NotNull Boolean companion,
            @NotNull Boolean screenReader) {
        static IntakeJson of(Intake intake) {
            return new IntakeJson(intake.interpreter(), intake.captions(), intake.companion(), intake.screenReader());
        }

        Intake intake() {
            String language = interpreter == null || interpreter.isBlank() ? null : interpreter.strip();
            return new Intake(language, captions, companion, screenReader);
        }
    }

    /** @param patient whom staff books for; patients book for themselves and leave it out */
    record Book(
            @Nullable UUID patient,
            @NotNull UUID doctor,
            @NotNull Instant start,
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid IntakeJson intake) {}

    /** @param reason what to tell the patient where staff does it */
    record Move(
            @NotNull Instant start,
            @Nullable @Size(max = 500) String reason) {}

    /** @param reason what to tell the other side */
    record GiveUp(@Nullable @Size(max = 500) String reason) {}

    @Operation(
            operationId = "bookAppointment",
            summary = "Books a free time: a patient's is held until it is paid, staff's is firm at once")
    @PostMapping("/api/v1/appointments")
    @Transactional
    AppointmentJson book(@Valid @RequestBody Book body, CurrentUser who) {
        UserId patient = who.is(Role.ADMIN) && body.patient != null ? new UserId(body.patient) : who.id();
        if (who.is(Role.ADMIN) == (body.patient == null)) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST,
                    who.is(Role.ADMIN)
                            ? "Please say for which patient this is."
                            : "You can only book for yourself. Please leave the patient out.");
        }
        Appointment booked = bookings.book(
                new Wish(patient, new UserId(body.doctor), body.start, body.reason.strip(), body.intake.intake()), who);
        written(booked.id(), Action.CREATED, who);
        return pages.get(booked.id(), who);
    }

    @Operation(
            operationId = "rescheduleAppointment",
            summary = "Another free time for the same appointment; what is paid stays paid")
    @PostMapping("/api/v1/appointments/{appointmentId}/reschedule")
    @Transactional
    AppointmentJson move(@PathVariable UUID appointmentId, @Valid @RequestBody Move body, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        bookings.move(id, body.start, said(body.reason), who);
        written(id, Action.CHANGED, who);
        return pages.get(id, who);
    }

    @Operation(operationId = "cancelAppointment", summary = "Gives the appointment up before its conversation began")
    @PostMapping("/api/v1/appointments/{appointmentId}/cancel")
    @Transactional
    AppointmentJson cancel(
            @PathVariable UUID appointmentId,
            @Valid @RequestBody(required = false) @Nullable GiveUp body,
            CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        bookings.cancel(id, body == null ? "" : said(body.reason), who);
        written(id, Action.CANCELLED, who);
        return pages.get(id, who);
    }

    @ShowsHealthData(value = Subject.APPOINTMENT, action = Action.DOWNLOADED)
    @Operation(operationId = "getCalendarFile", summary = "The appointment for one's calendar (RFC 5545)")
    @GetMapping(path = "/api/v1/appointments/{appointmentId}/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable UUID appointmentId, CurrentUser who) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar; charset=UTF-8; method=PUBLISH"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("appointment.ics")
                                .build()
                                .toString())
                .body(calendar.of(pages.mine(new AppointmentId(appointmentId), who), who));
    }

    @Operation(operationId = "getMyNeeds", summary = "What I needed at my last booking, to propose it at the next (U4)")
    @GetMapping("/api/v1/booking/needs")
    IntakeJson needs(CurrentUser who) {
        return IntakeJson.of(bookings.needsOf(who.id()));
    }

    @ShowsHealthData(Subject.ACCOUNT)
    @Operation(
            operationId = "listPatients",
            summary =
                    "Administrators: whom one can book for, by name, 25 a page; each word of q stands in name or email")
    @GetMapping("/api/v1/booking/patients")
    PatientsJson patients(
            @RequestParam(defaultValue = "") @Size(max = 100) String q, @RequestParam(defaultValue = "0") int page) {
        Accounts.Found found = accounts.find(Role.PATIENT, q, page, PAGE);
        return new PatientsJson(
                found.people().stream()
                        .map(one -> new PatientJson(one.id().value(), one.displayName(), one.email()))
                        .toList(),
                found.page(),
                found.pages(),
                found.total());
    }

    private void written(AppointmentId id, Action action, CurrentUser who) {
        trail.record(AuditEntry.of(who.actor(), action, Subject.APPOINTMENT, id)
                .about(pages.mine(id, who).patient().value()));
    }

    private static String said(@Nullable String reason) {
        return reason == null ? "" : reason.strip();
    }
}
