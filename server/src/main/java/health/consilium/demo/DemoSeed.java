package health.consilium.demo;

import health.consilium.care.BeforeCare;
import health.consilium.identity.Accounts;
import health.consilium.identity.Accounts.NewAccount;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty demo, and sees at each start that there is something to try right now. It never removes anything. */
@DemoMode
@Component
class DemoSeed {
    private final DemoProperties settings;
    private final Accounts accounts;
    private final Appointments appointments;
    private final Payments payments;
    private final DemoHistory history;
    private final DemoHours hours;
    private final BeforeCare care;
    private final Clock clock;

    DemoSeed(
            DemoProperties settings,
            Accounts accounts,
            Appointments appointments,
            Payments payments,
            DemoHistory history,
            DemoHours hours,
            BeforeCare care,
            Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.appointments = appointments;
        this.payments = payments;
        this.history = history;
        this.hours = hours;
        this.care = care;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void seed() {
        if (!settings.seed()) {
            return;
        }
        boolean empty = appointments.of(DemoPeople.WEBER.id()).isEmpty();
        DemoPeople.ALL.forEach(accounts::ensure);
        care.recordConsent(DemoPeople.ROSSI.id(), "en");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (empty) {
            hours.publish();
            history.write(now);
            Instant tomorrow = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(24));
            book(DemoPeople.LINDQVIST, DemoPeople.WEBER, tomorrow, "Results of my blood test", true);
        }
        refresh();
    }

    /** Whoever comes to the demo later than half an hour after its start finds something to try as well. */
    synchronized void refresh() {
        if (!settings.seed()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        keepOneForNow(now, DemoPeople.ROSSI, DemoPeople.WEBER, "Cough for two weeks, worse at night", true);
        keepOneForNow(now, DemoPeople.HADDAD, DemoPeople.OKAFOR, "Palpitations after climbing stairs", false);
    }

    private void keepOneForNow(Instant now, NewAccount patient, NewAccount doctor, String reason, boolean paid) {
        List<Appointment> own = appointments.of(patient.id());
        boolean there = own.stream()
                .anyMatch(a -> a.status() == AppointmentStatus.BOOKED
                        && a.doctor().equals(doctor.id())
                        && a.end().isAfter(now.plus(Duration.ofMinutes(10)))
                        && !a.start().isAfter(now.plus(Duration.ofMinutes(10))));
        if (!there) {
            book(patient, doctor, free(doctor, now), reason, paid);
        }
    }

    /** When the doctor's earlier appointment still runs, the new one follows it: at most ten minutes later. */
    private Instant free(NewAccount doctor, Instant from) {
        return appointments.of(doctor.id()).stream()
                .filter(a -> a.status() == AppointmentStatus.BOOKED
                        && !a.start().isAfter(from)
                        && a.end().isAfter(from))
                .map(Appointment::end)
                .findFirst()
                .orElse(from);
    }

    private void book(NewAccount patient, NewAccount doctor, Instant start, String reason, boolean paid) {
        try {
            Appointment booked =
                    appointments.book(patient.id(), doctor.id(), start, start.plus(Duration.ofMinutes(30)), reason);
            if (paid) {
                payments.markPaid(booked.id(), patient.id(), "demo");
            }
        } catch (Problem taken) {
            // Somebody has planned the demo otherwise; what they booked stays.
            if (taken.code() != ErrorCode.SLOT_TAKEN) {
                throw taken;
            }
        }
    }
}
