package health.consilium.scheduling;

import static health.consilium.scheduling.OfficeHours.STEP;
import static health.consilium.scheduling.OfficeHours.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A1: a chosen time is kept for ten minutes, until it is paid. */
@ServerTest
class HoldTests {
    private static final Duration TEN = Duration.ofMinutes(10);

    @Autowired
    private Bookings bookings;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Availabilities availabilities;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Instant now;
    private Instant first;
    private Person doctor;
    private Person patient;
    private Person other;

    @BeforeEach
    void people() {
        now = clock.instant();
        first = OfficeHours.firstSlot(clock);
        doctor = clinic.somebody(Role.DOCTOR);
        patient = clinic.somebody(Role.PATIENT);
        other = clinic.somebody(Role.PATIENT);
        OfficeHours.publish(availabilities, doctor.id());
    }

    @Test
    @DisplayName("A1: what is held is nobody else's until the last millisecond, and free for everybody from then on")
    void edges() {
        Appointment held = hold(patient, first);
        assertThat(held.status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(held.heldUntil()).isEqualTo(now.plus(TEN));
        time().set(now.plus(TEN).minusMillis(1));
        refused(() -> hold(other, first), ErrorCode.SLOT_TAKEN);
        assertThat(starts(other)).doesNotContain(first);
        time().set(now.plus(TEN));
        assertThat(starts(other)).contains(first);
        assertThat(hold(other, first).status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(appointments.find(held.id()).orElseThrow().status()).isEqualTo(AppointmentStatus.EXPIRED);
    }

    @Test
    @DisplayName("A1: money that comes in time makes it firm, told twice or not, and the consultation begins")
    void paidInTime() {
        Appointment held = hold(patient, first);
        assertThat(consultations.ofAppointment(held.id())).isEmpty();
        assertThat(appointments.of(patient.id())).isEmpty();
        assertThat(appointments.heldBy(patient.id())).hasSize(1);
        time().set(now.plus(TEN).minusMillis(1));
        assertThat(appointments.confirm(held.id())).isTrue();
        assertThat(appointments.confirm(held.id())).isTrue();
        assertThat(consultations.ofAppointment(held.id())).isPresent();
        assertThat(appointments.of(patient.id()))
                .extracting(Appointment::status)
                .containsExactly(AppointmentStatus.BOOKED);
        time().set(now.plus(TEN).plusMillis(1));
        refused(() -> hold(other, first), ErrorCode.SLOT_TAKEN);
    }

    @Test
    @DisplayName("A1: money that comes late still takes the time while it is free, and not once somebody else has it")
    void paidLate() {
        Appointment free = hold(patient, first);
        Appointment gone = hold(patient, first.plus(STEP));
        time().set(now.plus(TEN).plusMillis(1));
        Appointment theirs = hold(other, first.plus(STEP));
        assertThat(appointments.confirm(free.id())).isTrue();
        assertThat(appointments.confirm(gone.id())).isFalse();
        assertThat(appointments.confirm(theirs.id())).isTrue();
        assertThat(appointments.find(gone.id()).orElseThrow().status()).isEqualTo(AppointmentStatus.EXPIRED);
    }

    @Test
    @DisplayName("A1: money that comes after the end of the time itself takes nothing")
    void paidFarTooLate() {
        Appointment held = hold(patient, first);
        time().set(held.end());
        assertThat(appointments.confirm(held.id())).isFalse();
    }

    @Test
    @DisplayName("A1: what its patient let go of is free at once, and late money does not bring it back")
    void letGo() {
        Appointment held = hold(patient, first);
        bookings.cancel(held.id(), "", patient.user());
        assertThat(appointments.of(patient.id()))
                .as("never firm, so not in anybody's history")
                .isEmpty();
        assertThat(hold(other, first).status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(appointments.confirm(held.id())).isFalse();
    }

    @Test
    @DisplayName(
            "L14: the end of a hold is a wake-up in the database, so a restart in the middle loses nothing, and it comes true")
    void durable() {
        Appointment held = hold(patient, first);
        Instant at = jdbc.sql("select execution_time from scheduled_tasks where task_name = 'scheduling-hold'"
                        + " and task_instance like ?")
                .param(held.id() + "/%")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(at).isEqualTo(Objects.requireNonNull(held.heldUntil()));
        time().set(now.plus(TEN).plus(Duration.ofHours(3)));
        await().untilAsserted(() ->
                assertThat(appointments.find(held.id()).orElseThrow().status()).isEqualTo(AppointmentStatus.EXPIRED));
        assertThat(appointments.confirm(held.id())).as("the time is still free").isTrue();
    }

    @Test
    @DisplayName("A1: nobody holds more than three times at once, and who gives one up may choose another")
    void notTooMany() {
        Appointment one = hold(patient, first);
        hold(patient, first.plus(STEP));
        hold(patient, first.plus(STEP.multipliedBy(2)));
        refused(() -> hold(patient, first.plus(STEP.multipliedBy(3))), ErrorCode.TOO_MANY_HOLDS);
        bookings.cancel(one.id(), "", patient.user());
        hold(patient, first.plus(STEP.multipliedBy(3)));
    }

    @Test
    @DisplayName("A1: what staff books is firm at once")
    void staff() {
        Person desk = clinic.somebody(Role.ADMIN);
        Appointment booked = bookings.book(wish(patient, doctor, first), desk.user());
        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(consultations.ofAppointment(booked.id())).isPresent();
    }

    @Test
    @DisplayName(
            "A1: a patient is in one place at a time, too; they are told so, and are not offered what they cannot take")
    void onePatientOnePlace() {
        Person second = clinic.somebody(Role.DOCTOR);
        OfficeHours.publish(availabilities, second.id());
        Appointment held = hold(patient, first);
        refused(() -> bookings.book(wish(patient, second, first), patient.user()), ErrorCode.PATIENT_BUSY);
        assertThat(bookings.free(second.id(), first, held.end(), 9, patient.user()))
                .isEmpty();
        assertThat(bookings.free(second.id(), first, held.end(), 9, other.user()))
                .hasSize(1);
        assertThat(bookings.book(wish(patient, second, first.plus(STEP)), patient.user()))
                .isNotNull();
    }

    @Test
    @DisplayName("A1: a time that the doctor does not offer is not free, and the refusal names the next ones that are")
    void notOffered() {
        assertThatThrownBy(() -> hold(patient, first.plusSeconds(60)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.SLOT_TAKEN);
                    assertThat(problem.details())
                            .containsEntry(
                                    "next",
                                    List.of(
                                            first.plus(STEP).toString(),
                                            first.plus(STEP.multipliedBy(2)).toString(),
                                            first.plus(STEP.multipliedBy(3)).toString()));
                });
        refused(() -> hold(patient, now.minus(Duration.ofDays(1))), ErrorCode.SLOT_TAKEN);
    }

    private Appointment hold(Person who, Instant start) {
        return bookings.book(wish(who, doctor, start), who.user());
    }

    private List<Instant> starts(Person viewer) {
        return bookings.free(doctor.id(), first, first.plus(STEP), 9, viewer.user()).stream()
                .map(Slot::start)
                .toList();
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
