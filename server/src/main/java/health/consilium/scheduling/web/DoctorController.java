package health.consilium.scheduling.web;

import health.consilium.identity.Accounts;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Availabilities;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.Bookings;
import health.consilium.scheduling.Slot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom one can book, and when. */
@Tag(name = "booking")
@RestController
@RequestMapping("/api/v1/doctors")
class DoctorController {
    private static final Duration LONGEST = Duration.ofDays(42);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final int ALL = 5_000;

    private final Availabilities availabilities;
    private final Bookings bookings;
    private final Accounts accounts;
    private final Users users;
    private final Clock clock;

    DoctorController(Availabilities availabilities, Bookings bookings, Accounts accounts, Users users, Clock clock) {
        this.availabilities = availabilities;
        this.bookings = bookings;
        this.accounts = accounts;
        this.users = users;
        this.clock = clock;
    }

    /**
     * A doctor as patients choose one.
     *
     * @param next the first time that is free for whoever asks
     */
    record DoctorJson(
            UUID id,
            String name,
            String specialty,
            List<String> languages,
            String sentence,
            String zone,
            int slotMinutes,
            @Nullable Instant next) {}

    record SlotJson(Instant start, Instant end) {
        static SlotJson of(Slot slot) {
            return new SlotJson(slot.start(), slot.end());
        }
    }

    /**
     * @param zone the doctor's
     * @param next where there is none between the two: the first one after them
     */
    record SlotsJson(
            String zone, List<SlotJson> slots, @Nullable Instant next) {}

    @Operation(operationId = "listDoctors", summary = "The doctors who can be booked, by who is free first")
    @GetMapping
    List<DoctorJson> doctors(CurrentUser who) {
        Map<UserId, Availability> all = availabilities.all();
        Map<UserId, UserView> people =
                accounts.ofRole(Role.DOCTOR).stream().collect(Collectors.toMap(UserView::id, Function.identity()));
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().open())
                .flatMap(entry -> Stream.ofNullable(people.get(entry.getKey()))
                        .map(person -> doctor(person, entry.getValue(), who)))
                .sorted(Comparator.comparing(DoctorJson::next, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(DoctorJson::name))
                .toList();
    }

    @Operation(
            operationId = "listFreeSlots",
            summary =
                    "A doctor's free times with start in [from, to), a week from now by default; for patients without their own")
    @GetMapping("/{doctorId}/slots")
    SlotsJson slots(
            @PathVariable UUID doctorId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            CurrentUser who) {
        Instant begin = from == null ? clock.instant() : from;
        Instant end = to == null ? begin.plus(A_WEEK) : to;
        if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please ask for the times of 42 days at most.");
        }
        UserId doctor = new UserId(doctorId);
        List<Slot> free = bookings.free(doctor, begin, end, ALL, who);
        return new SlotsJson(
                users.find(doctor).orElseThrow().zone().getId(),
                free.stream().map(SlotJson::of).toList(),
                free.isEmpty() ? first(doctor, end, who) : null);
    }

    private DoctorJson doctor(UserView person, Availability a, CurrentUser who) {
        return new DoctorJson(
                person.id().value(),
                person.displayName(),
                person.about(),
                a.languages(),
                a.sentence(),
                person.zone().getId(),
                a.slotMinutes(),
                first(person.id(), clock.instant(), who));
    }

    private @Nullable Instant first(UserId doctor, Instant from, CurrentUser who) {
        return bookings.free(doctor, from, Instant.MAX, 1, who).stream()
                .map(Slot::start)
                .findFirst()
                .orElse(null);
    }
}
