package health.consilium.scheduling;

import static health.consilium.scheduling.OfficeHours.STEP;
import static health.consilium.scheduling.OfficeHours.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.PhaseName;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A1: another time, and giving up, by the rules. */
@ServerTest
@RecordApplicationEvents
class ChangeTests {
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    private Bookings bookings;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Availabilities availabilities;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Payments payments;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEvents events;

    private Instant start;
    private Person doctor;
    private Person patient;
    private Person desk;
    private Appointment booked;

    @BeforeEach
    void aBooking() {
        start = OfficeHours.firstSlot(clock);
        doctor = clinic.somebody(Role.DOCTOR);
        patient = clinic.somebody(Role.PATIENT);
        desk = clinic.somebody(Role.ADMIN);
        OfficeHours.publish(availabilities, doctor.id());
        booked = bookings.book(wish(patient, doctor, start), desk.user());
        clinic.pay(booked, patient);
    }

    @Test
    @DisplayName(
            "A1: another time keeps the payment, counts up the revision, frees the old time and takes the consultation along")
    void moved() {
        Instant later = start.plus(STEP);
        Appointment after = bookings.move(booked.id(), later, "", patient.user());
        assertThat(after.start()).isEqualTo(later);
        assertThat(after.revision()).isEqualTo(1);
        assertThat(payments.of(booked.id()).status()).isEqualTo(PaymentStatus.PAID);
        ConsultationView view = view();
        assertThat(view.startsAt()).isEqualTo(later);
        assertThat(view.endsAt()).isEqualTo(later.plus(Duration.ofMinutes(30)));
        assertThat(bookings.free(doctor.id(), start, later, 9, patient.user())).hasSize(1);
        assertThat(events.stream(AppointmentRescheduled.class))
                .singleElement()
                .satisfies(event -> assertThat(event.before().start()).isEqualTo(start));
        assertThat(bookings.move(booked.id(), later, "", patient.user()).revision())
                .as("the same time again is no change")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A1, L14: the deadlines of the old time mean nothing any more, those of the new time come true")
    void deadlinesFollow() {
        Instant later = start.plus(Duration.ofDays(1));
        bookings.move(booked.id(), later, "", patient.user());
        time().set(start.plus(Duration.ofMinutes(31)));
        assertThat(consultations.refusal(booked.id(), patient.user()).map(Problem::code))
                .contains(ErrorCode.TOO_EARLY);
        assertThat(view().phase()).isEqualTo(PhaseName.SCHEDULED);
        time().set(later.minus(Duration.ofMinutes(10)));
        await().untilAsserted(() -> assertThat(view().phase()).isEqualTo(PhaseName.OPEN));
        time().set(later.plus(Duration.ofMinutes(30)));
        await().untilAsserted(() -> assertThat(view().ended()).isTrue());
    }

    @Test
    @DisplayName(
            "A1: whoever waits already waits no more when staff moves it, and the doctor is no no-show for the old time")
    void movedWhileWaiting() {
        ConsultationId call = view().id();
        time().set(start);
        consultations.arrived(call, patient.id());
        consultations.ring(call, patient.id());
        bookings.move(booked.id(), start.plus(Duration.ofDays(1)), "The doctor is held up.", desk.user());
        assertThat(view().phase()).isEqualTo(PhaseName.SCHEDULED);
        assertThat(view().noShowAt()).isNull();
        assertThat(view().ringing()).isNull();
        assertThat(bookings.lastReason(booked.id())).contains("The doctor is held up.");
    }

    @Test
    @DisplayName("A1: patients choose another time until a day before, to the millisecond; staff later, too")
    void theLimit() {
        time().set(start.minus(DAY));
        Instant second = start.plus(STEP);
        assertThat(bookings.move(booked.id(), second, "", patient.user()).revision())
                .isEqualTo(1);
        time().set(second.minus(DAY).plusMillis(1));
        assertThat(bookings.changes(appointment(), patient.user()).move()).isFalse();
        refused(() -> bookings.move(booked.id(), start.plus(DAY), "", patient.user()), ErrorCode.CHANGE_TOO_LATE);
        assertThat(bookings.move(booked.id(), start.plus(DAY), "", desk.user()).revision())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("A1: not once they have spoken, by nobody")
    void notOnceTheyHaveSpoken() {
        ConsultationId call = view().id();
        time().set(start);
        for (Person one : new Person[] {patient, doctor}) {
            consultations.arrived(call, one.id());
        }
        consultations.mediaUp(call, patient.id());
        consultations.mediaUp(call, doctor.id());
        assertThat(view().phase()).isEqualTo(PhaseName.LIVE);
        refused(() -> bookings.move(booked.id(), start.plus(DAY), "", desk.user()), ErrorCode.TOO_LATE);
        refused(() -> bookings.cancel(booked.id(), "", doctor.user()), ErrorCode.TOO_LATE);
        assertThat(appointment().start()).isEqualTo(start);
    }

    @Test
    @DisplayName("A1: a time that somebody else has is refused, and the old one is kept")
    void notOntoAnother() {
        Person other = clinic.somebody(Role.PATIENT);
        bookings.book(wish(other, doctor, start.plus(STEP)), desk.user());
        refused(() -> bookings.move(booked.id(), start.plus(STEP), "", patient.user()), ErrorCode.SLOT_TAKEN);
        assertThat(appointment()).isEqualTo(booked);
        refused(() -> bookings.move(booked.id(), start.plus(DAY), "", other.user()), ErrorCode.NOT_FOUND);
        refused(() -> bookings.move(booked.id(), start.plus(DAY), "", doctor.user()), ErrorCode.FORBIDDEN);
    }

    @Test
    @DisplayName(
            "A1: who cancels until a day before gets the money back, a millisecond later not, and may cancel all the same")
    void refunds() {
        time().set(start.minus(DAY));
        assertThat(bookings.changes(appointment(), patient.user()).refund()).isTrue();
        time().set(start.minus(DAY).plusMillis(1));
        assertThat(bookings.changes(appointment(), patient.user()).refund()).isFalse();
        assertThat(bookings.changes(appointment(), patient.user()).cancel()).isTrue();
        bookings.cancel(booked.id(), "", patient.user());
        told(Canceller.PATIENT, false);
        assertThat(consultations.refusal(booked.id(), patient.user()).map(Problem::code))
                .contains(ErrorCode.APPOINTMENT_CANCELLED);
    }

    @Test
    @DisplayName("A1: who cancels in time is told of once, and it counts as a change")
    void refundInTime() {
        time().set(start.minus(DAY));
        bookings.cancel(booked.id(), "", patient.user());
        told(Canceller.PATIENT, true);
        bookings.cancel(booked.id(), "", patient.user());
        assertThat(events.stream(AppointmentCancelled.class)).as("told once").hasSize(1);
        assertThat(appointment().revision()).isEqualTo(1);
    }

    @Test
    @DisplayName("A1: what doctor or clinic cancel always comes back, also in the last moment")
    void theClinicsDoing() {
        time().set(start.minusMillis(1));
        bookings.cancel(booked.id(), "The doctor is ill.", doctor.user());
        told(Canceller.DOCTOR, true);
        assertThat(bookings.lastReason(booked.id())).contains("The doctor is ill.");
    }

    @Test
    @DisplayName("L11: what nobody wanted is told as nobody's doing, and the money comes back")
    void noShow() {
        ConsultationId call = view().id();
        time().set(start);
        consultations.arrived(call, patient.id());
        consultations.ring(call, patient.id());
        time().set(start.plus(Duration.ofMinutes(5)));
        refused(() -> bookings.move(booked.id(), start.plus(DAY), "", desk.user()), ErrorCode.APPOINTMENT_CANCELLED);
        await().untilAsserted(() -> assertThat(appointment().status()).isEqualTo(AppointmentStatus.CANCELLED));
    }

    private void told(Canceller by, boolean refundDue) {
        assertThat(events.stream(AppointmentCancelled.class)).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo(by);
            assertThat(event.refundDue()).isEqualTo(refundDue);
        });
    }

    private Appointment appointment() {
        return appointments.find(booked.id()).orElseThrow();
    }

    private ConsultationView view() {
        return consultations.ofAppointment(booked.id()).orElseThrow();
    }

    private MutableClock time() {
        return (MutableClock) clock;
    }

    private static void refused(Runnable action, ErrorCode code) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
