package health.consilium.scheduling;

import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds appointments among all of the clinic's, a page at a time, whatever their number. */
public interface AppointmentFinder {
    /**
     * What is looked for; null: whatever it is.
     *
     * @param people patient or doctor is one of them
     * @param doctor whose appointments
     * @param from start at or after this
     * @param to start before this
     * @param status HELD: what somebody is about to pay for; EXPIRED: what was not paid in time. Null: all but EXPIRED
     * @param among of these alone
     * @param without none of these
     * @param over what is firm and over
     */
    record Wanted(
            @Nullable Set<UserId> people,
            @Nullable UserId doctor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AppointmentStatus status,
            @Nullable Set<AppointmentId> among,
            @Nullable Set<AppointmentId> without,
            @Nullable Over over) {}

    /**
     * What is over: its end has come, or it was given up. Whoever knows better says so.
     *
     * @param also over, whatever the clock says
     * @param not none of these, whatever the clock says
     */
    record Over(Instant at, Set<AppointmentId> also, Set<AppointmentId> not) {}

    /**
     * @param page counts from 0
     * @param total how many there are in all that fit
     */
    record Page(List<Appointment> items, int page, int pages, int total) {}

    /** By start; the latest first unless it is said from when on and nothing of what is over. A page beyond the last one is the last one. */
    Page find(Wanted wanted, int page, int size);
}
