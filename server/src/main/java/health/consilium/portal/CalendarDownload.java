package health.consilium.portal;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.PublicAddress;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.CalendarFile;
import health.consilium.scheduling.CalendarFile.Method;
import health.consilium.scheduling.CalendarFile.Party;
import health.consilium.scheduling.CalendarFile.Words;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** U2: an appointment for whoever downloads it: with whom, when, and where to click. Never why. */
@Component
class CalendarDownload {
    private final Users users;
    private final PublicAddress address;
    private final String clinic;
    private final @Nullable String email;
    private final Clock clock;

    CalendarDownload(
            Users users,
            PublicAddress address,
            @Value("${consilium.name:Consilium}") String clinic,
            @Value("${consilium.contact-email:#{null}}") @Nullable String email,
            Clock clock) {
        this.users = users;
        this.address = address;
        this.clinic = clinic;
        this.email = email;
        this.clock = clock;
    }

    byte[] of(Appointment appointment, CurrentUser who) {
        URI page = address.page("/call/" + appointment.id());
        String other = users.find(who.id().equals(appointment.doctor()) ? appointment.patient() : appointment.doctor())
                .map(UserView::displayName)
                .orElse(clinic);
        boolean gone = appointment.status() == AppointmentStatus.CANCELLED;
        CalendarWords words = CalendarWords.in(who.locale());
        return CalendarFile.of(
                gone ? Method.CANCEL : Method.PUBLISH,
                appointment,
                new Party(clinic, email == null ? "nobody@invalid" : email),
                gone ? List.of(new Party(who.displayName(), "nobody@invalid")) : List.of(),
                new Words(words.summary(other), words.description(page), words.online(), page),
                clock.instant());
    }
}
