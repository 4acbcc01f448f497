package health.consilium.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A doctor is in one place at a time. */
@ServerTest
class BookingTests {
    private static final Instant NINE = Instant.parse("2031-03-03T09:00:00Z");
    private static final int CROWD = 24;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Clinic clinic;

    @Test
    @DisplayName("of many who book overlapping times of one doctor at once, one gets it and the others hear SLOT_TAKEN")
    void oneWinsTheRace() throws Exception {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person patient = clinic.somebody(Role.PATIENT);
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> outcomes = IntStream.range(0, CROWD)
                    .mapToObj(i -> threads.submit((Callable<String>) () -> {
                        start.await();
                        try {
                            book(patient, doctor, NINE.plusSeconds(i), Duration.ofMinutes(30));
                            return "booked";
                        } catch (Problem problem) {
                            return problem.code().name();
                        }
                    }))
                    .toList();
            start.countDown();
            List<String> told = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                told.add(outcome.get());
            }
            assertThat(told).containsOnly("booked", "SLOT_TAKEN");
            assertThat(told.stream().filter("booked"::equals)).hasSize(1);
        }
        assertThat(appointments.of(doctor.id())).hasSize(1);
    }

    @Test
    @DisplayName("one appointment may begin in the moment the other ends")
    void neighboursDoNotOverlap() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person patient = clinic.somebody(Role.PATIENT);
        book(patient, doctor, NINE, Duration.ofMinutes(30));
        book(patient, doctor, NINE.plus(Duration.ofMinutes(30)), Duration.ofMinutes(30));
        refusedAsTaken(
                () -> book(patient, doctor, NINE.plus(Duration.ofMinutes(30)).minusMillis(1), Duration.ofMillis(2)));
    }

    @Test
    @DisplayName("what was cancelled does not stand in the way, and cancelling twice changes nothing")
    void aCancelledSlotIsFree() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person patient = clinic.somebody(Role.PATIENT);
        Appointment first = book(patient, doctor, NINE, Duration.ofMinutes(30));
        appointments.close(first.id(), AppointmentStatus.CANCELLED);
        Appointment second = book(patient, doctor, NINE, Duration.ofMinutes(30));
        appointments.close(first.id(), AppointmentStatus.COMPLETED);
        assertThat(appointments.find(first.id()).orElseThrow().status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(appointments.find(second.id()).orElseThrow().status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    @DisplayName("L10: an extension stops at the doctor's next appointment")
    void extensionsDoNotOverlapEither() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person patient = clinic.somebody(Role.PATIENT);
        Appointment first = book(patient, doctor, NINE, Duration.ofMinutes(30));
        Instant next = NINE.plus(Duration.ofMinutes(40));
        book(patient, doctor, next, Duration.ofMinutes(30));
        assertThat(appointments.nextStartOf(doctor.id(), first.end())).contains(next);
        refusedAsTaken(() -> appointments.extendTo(first.id(), next.plusMillis(1)));
        appointments.extendTo(first.id(), next);
        assertThat(appointments.find(first.id()).orElseThrow().end()).isEqualTo(next);
    }

    private Appointment book(Person patient, Person doctor, Instant start, Duration length) {
        return appointments.book(patient.id(), doctor.id(), start, start.plus(length), "A test of booking");
    }

    private static void refusedAsTaken(Runnable booking) {
        assertThatThrownBy(booking::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SLOT_TAKEN));
    }
}
