package health.consilium.testing;

import health.consilium.care.BeforeCare;
import health.consilium.care.Visit;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Accounts;
import health.consilium.identity.Accounts.NewAccount;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.Tickets;
import health.consilium.identity.UserId;
import health.consilium.identity.signin.SignInService;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.Appointments;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** People and appointments for tests of the whole server. */
@TestComponent
public class Clinic {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Accounts accounts;
    private final SignInService signIns;
    private final Appointments appointments;
    private final Payments payments;
    private final Consultations consultations;
    private final Tickets tickets;
    private final BeforeCare care;
    private final Clock clock;

    Clinic(
            Accounts accounts,
            SignInService signIns,
            Appointments appointments,
            Payments payments,
            Consultations consultations,
            Tickets tickets,
            BeforeCare care,
            Clock clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.appointments = appointments;
        this.payments = payments;
        this.consultations = consultations;
        this.tickets = tickets;
        this.care = care;
        this.clock = clock;
    }

    /** Somebody, signed in for programs. */
    public record Person(CurrentUser user, String email, String token) {
        public UserId id() {
            return user.id();
        }
    }

    public static final String PASSWORD = "correct horse battery staple";

    public Person somebody(Role role) {
        UserId id = new UserId(UUID.randomUUID());
        return named(
                id, role == Role.DOCTOR ? "Dr Test " + id.value().toString().substring(0, 4) : "Test Person", role);
    }

    /** Somebody with this name. */
    public Person named(String name, Role role) {
        return named(new UserId(UUID.randomUUID()), name, role);
    }

    private Person named(UserId id, String name, Role role) {
        String email = id + "@test.example";
        accounts.ensure(new NewAccount(id, email, PASSWORD, role, name, "", ZONE, "en"));
        var started = signIns.startSession(id);
        return new Person(
                new CurrentUser(id, role, name, ZONE, "en", started.login()),
                email,
                started.token().reveal());
    }

    /** The same person, signed in anew. */
    public Person again(Person person) {
        return new Person(
                person.user(),
                person.email(),
                signIns.startSession(person.id()).token().reveal());
    }

    /** A paid appointment that is now, and its consultation. */
    public record Call(Person patient, Person doctor, Appointment appointment, UUID id) {}

    public Call call() {
        Person patient = somebody(Role.PATIENT);
        Person doctor = somebody(Role.DOCTOR);
        Appointment appointment = now(patient, doctor, true);
        return new Call(
                patient,
                doctor,
                appointment,
                consultations.ofAppointment(appointment.id()).orElseThrow().id().value());
    }

    /**
     * What a page greets with.
     *
     * @param call null for a page of the lobby
     */
    public String ticket(Person who, @Nullable UUID call) {
        return tickets.issue(who.user(), call).ticket().reveal();
    }

    /** Starts now and lasts half an hour. */
    public Appointment now(Person patient, Person doctor, boolean paid) {
        return in(Duration.ZERO, patient, doctor, paid);
    }

    /** The patient has agreed to care by video and said where they are, so that nothing but money stands at the door. */
    public Appointment in(Duration from, Person patient, Person doctor, boolean paid) {
        Appointment booked = unprepared(from, patient, doctor, paid);
        care.recordConsent(patient.id(), "en");
        care.stateVisit(booked, new Visit("Linden Street 4, Berlin", "DE", "+49 30 5550100", null, null));
        return booked;
    }

    /** The patient has not been asked anything yet. */
    public Appointment unprepared(Duration from, Person patient, Person doctor, boolean paid) {
        var start = clock.instant().plus(from);
        Appointment booked = appointments.book(
                patient.id(), doctor.id(), start, start.plus(Duration.ofMinutes(30)), "A test of everything");
        if (paid) {
            pay(booked, patient);
        }
        return booked;
    }

    public void pay(Appointment appointment, Person by) {
        payments.markPaid(appointment.id(), by.id(), "test");
    }
}
