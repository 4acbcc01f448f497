package health.consilium.scheduling.web;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Availabilities;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.booking.HoursDesk;
import health.consilium.scheduling.web.AvailabilityJson.ExceptionJson;
import health.consilium.scheduling.web.AvailabilityJson.HoursJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a doctor publishes; the doctor's own, and every doctor's for administrators. */
@Tag(name = "booking")
@RestController
@RequestMapping("/api/v1/doctors/{doctorId}")
class AvailabilityController {
    private final Availabilities availabilities;
    private final HoursDesk desk;
    private final Users users;

    AvailabilityController(Availabilities availabilities, HoursDesk desk, Users users) {
        this.availabilities = availabilities;
        this.desk = desk;
        this.users = users;
    }

    record Publish(
            @NotNull @Min(5) @Max(240) Integer slotMinutes,
            @NotNull @Min(0) @Max(120) Integer bufferMinutes,
            @NotNull @Min(0) @Max(20_160) Integer noticeMinutes,
            @NotNull @Min(1) @Max(366) Integer aheadDays,
            @NotNull @Size(max = 84) List<@NotNull @Valid HoursJson> week,

            @NotNull @Size(max = 20)
            List<@NotNull @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") String> languages,

            @NotNull @Size(max = 300) String sentence) {}

    @Operation(operationId = "getAvailability", summary = "What a doctor publishes")
    @GetMapping("/availability")
    AvailabilityJson get(@PathVariable UUID doctorId, CurrentUser who) {
        UserView doctor = own(doctorId, who);
        return AvailabilityJson.of(doctor, availabilities.of(doctor.id()).orElse(Availability.NONE));
    }

    @Operation(
            operationId = "publishAvailability",
            summary = "Publishes week, lengths and words; exceptions and what is booked stay as they are")
    @PutMapping("/availability")
    AvailabilityJson publish(@PathVariable UUID doctorId, @Valid @RequestBody Publish body, CurrentUser who) {
        UserView doctor = own(doctorId, who);
        desk.publish(
                doctor.id(),
                new Availability(
                        body.slotMinutes,
                        body.bufferMinutes,
                        body.noticeMinutes,
                        body.aheadDays,
                        HoursJson.week(body.week),
                        List.of(),
                        List.copyOf(body.languages),
                        body.sentence.strip()),
                who);
        return get(doctorId, who);
    }

    @Operation(operationId = "addException", summary = "Days that are not as the week says")
    @PostMapping("/exceptions")
    AvailabilityJson except(@PathVariable UUID doctorId, @Valid @RequestBody ExceptionJson body, CurrentUser who) {
        UserView doctor = own(doctorId, who);
        desk.except(doctor.id(), body.exception(), who);
        return get(doctorId, who);
    }

    @Operation(operationId = "removeException", summary = "The days are as the week says again")
    @DeleteMapping("/exceptions/{exceptionId}")
    AvailabilityJson withdraw(@PathVariable UUID doctorId, @PathVariable UUID exceptionId, CurrentUser who) {
        UserView doctor = own(doctorId, who);
        if (!desk.withdraw(doctor.id(), exceptionId, who)) {
            throw unknown();
        }
        return get(doctorId, who);
    }

    /** Unknown and foreign look the same. */
    private UserView own(UUID doctorId, CurrentUser who) {
        UserId id = new UserId(doctorId);
        return users.find(id)
                .filter(person -> person.role() == Role.DOCTOR)
                .filter(person -> who.is(Role.ADMIN) || who.id().equals(id))
                .orElseThrow(AvailabilityController::unknown);
    }

    private static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This is not known here. Please check the link.");
    }
}
