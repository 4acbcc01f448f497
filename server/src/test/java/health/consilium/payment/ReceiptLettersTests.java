package health.consilium.payment;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.document.Letter;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a receipt says on paper. */
@ServerTest
class ReceiptLettersTests {
    @Autowired
    private Clinic clinic;

    @Autowired
    private Payments payments;

    @Autowired
    private Receipts receipts;

    @Autowired
    private ReceiptLetters letters;

    @Test
    @DisplayName("number, people and amount; and what went back, once it did")
    void onPaper() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Appointment appointment = clinic.now(clinic.somebody(Role.PATIENT), doctor, true);
        Receipt receipt = receipts.of(appointment.id()).orElseThrow();
        Letter letter = letters.letter(receipt);
        assertThat(letter.reference()).isEqualTo(receipt.number());
        assertThat(letter.blocks().toString())
                .contains("€45.00", doctor.user().displayName(), receipt.number())
                .doesNotContain("Paid back");
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        payments.markRefunded(appointment.id(), doctor.id(), "cash");
        Letter later = letters.letter(receipts.of(appointment.id()).orElseThrow());
        assertThat(later.blocks().toString()).contains("Paid back", "-€45.00", "€0.00");
    }
}
