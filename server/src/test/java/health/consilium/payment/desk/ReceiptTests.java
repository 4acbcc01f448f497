package health.consilium.payment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payments;
import health.consilium.payment.Receipt;
import health.consilium.payment.Receipts;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A receipt for every payment, and numbers that the tax office likes. */
@ServerTest
class ReceiptTests {
    @Autowired
    private Clinic clinic;

    @Autowired
    private Payments payments;

    @Autowired
    private Receipts receipts;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    @DisplayName("it says who, whose, when, how much and by which way, as it was on that day")
    void whatItSays() {
        Person patient = clinic.somebody(Role.PATIENT);
        Person doctor = clinic.somebody(Role.DOCTOR);
        Appointment appointment = clinic.now(patient, doctor, true);
        Receipt receipt = receipts.of(appointment.id()).orElseThrow();
        assertThat(receipt.number()).matches("20\\d\\d-\\d{6}");
        assertThat(receipt.patient()).isEqualTo(patient.id());
        assertThat(receipt.doctor()).isEqualTo(doctor.id());
        assertThat(receipt.heldAt()).isEqualTo(appointment.start());
        assertThat(receipt.amountMinor()).isEqualTo(4500);
        assertThat(receipt.currency()).isEqualTo("EUR");
        assertThat(receipt.method()).isEqualTo("staff");
        assertThat(receipt.clinic()).isNotEmpty();
        assertThat(receipts.numbers(List.of(appointment.id()))).containsEntry(appointment.id(), receipt.number());
        assertThat(receipts.of(
                        clinic.now(patient, clinic.somebody(Role.DOCTOR), false).id()))
                .isEmpty();
    }

    @Test
    @DisplayName("thirty at once, a third of which come to nothing: the numbers have no gap and no double")
    void noGap() {
        Person patient = clinic.somebody(Role.PATIENT);
        List<Appointment> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(clinic.now(patient, clinic.somebody(Role.DOCTOR), false));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < all.size(); i++) {
                boolean fails = i % 3 == 0;
                Appointment one = all.get(i);
                threads.submit(() -> transaction.executeWithoutResult(status -> {
                    payments.markPaid(one.id(), patient.id(), "cash");
                    if (fails) {
                        status.setRollbackOnly();
                    }
                }));
            }
        }
        List<Integer> numbers = receipts
                .numbers(all.stream().map(Appointment::id).toList())
                .values()
                .stream()
                .map(number -> Integer.valueOf(number.substring(5)))
                .sorted()
                .toList();
        assertThat(numbers).hasSize(20);
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(19);
    }

    @Test
    @DisplayName("a payment that is refused takes no number with it")
    void refused() {
        Person patient = clinic.somebody(Role.PATIENT);
        int before = number(clinic.now(patient, clinic.somebody(Role.DOCTOR), true));
        Appointment twice = clinic.now(patient, clinic.somebody(Role.DOCTOR), true);
        try {
            payments.markPaid(twice.id(), patient.id(), "again");
        } catch (Problem alreadyPaid) {
            assertThat(number(twice)).isEqualTo(before + 1);
        }
        assertThat(number(clinic.now(patient, clinic.somebody(Role.DOCTOR), true)))
                .isEqualTo(before + 2);
    }

    private int number(Appointment appointment) {
        return Integer.parseInt(
                receipts.of(appointment.id()).orElseThrow().number().substring(5));
    }
}
