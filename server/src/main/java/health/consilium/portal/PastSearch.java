package health.consilium.portal;

import health.consilium.consultation.Consultations;
import health.consilium.consultation.Consultations.AgainstTheClock;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import health.consilium.scheduling.AppointmentFinder;
import health.consilium.scheduling.AppointmentFinder.Over;
import health.consilium.scheduling.AppointmentFinder.Page;
import health.consilium.scheduling.AppointmentFinder.Wanted;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** L7: the past of the clinic and of its doctors, which grows for years: the database searches, counts and cuts it. */
@Component
class PastSearch {
    private final AppointmentFinder appointments;
    private final Consultations consultations;
    private final Users users;
    private final Clock clock;

    PastSearch(AppointmentFinder appointments, Consultations consultations, Users users, Clock clock) {
        this.appointments = appointments;
        this.consultations = consultations;
        this.users = users;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @param name a part of the patient's name, for administrators of the doctor's, too; blank: whoever they are
     * @param from start at or after this
     * @param to start before this
     */
    Page find(CurrentUser who, String name, @Nullable Instant from, @Nullable Instant to, int page, int size) {
        UserId doctor = who.is(Role.DOCTOR) ? who.id() : null;
        Wanted wanted = new Wanted(named(name, doctor), doctor, from, to, null, null, null, over());
        return appointments.find(wanted, page, size);
    }

    private @Nullable Set<UserId> named(String name, @Nullable UserId doctor) {
        if (name.isBlank()) {
            return null;
        }
        Set<UserId> people = new HashSet<>(users.named(name));
        if (doctor != null) {
            // Nobody looks for themselves.
            people.remove(doctor);
        }
        return people;
    }

    /** An end can come early, and later than it was booked: that stands with the conversation. */
    private Over over() {
        Instant now = clock.instant();
        AgainstTheClock known = consultations.againstTheClock(now);
        return new Over(now, known.over(), known.open());
    }
}
