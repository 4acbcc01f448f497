package health.consilium.payment;

import health.consilium.document.Letter;
import health.consilium.document.Letters;
import health.consilium.document.ReceiptLetter;
import health.consilium.document.ReceiptLetter.Sums;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.scheduling.AppointmentId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Receipts as PDF, in the patient's language and zone. */
@Component
public class ReceiptLetters {
    private final Receipts receipts;
    private final Users users;
    private final Letters letters;
    private final PaymentProperties settings;

    ReceiptLetters(Receipts receipts, Users users, Letters letters, PaymentProperties settings) {
        this.receipts = receipts;
        this.users = users;
        this.letters = letters;
        this.settings = settings;
    }

    /** @param number the receipt's, for a file's name */
    public record Pdf(String number, byte[] content) {}

    /** Empty while the appointment has no receipt. */
    public Optional<Pdf> of(AppointmentId appointment) {
        return receipts.of(appointment).map(receipt -> new Pdf(receipt.number(), letters.render(letter(receipt))));
    }

    Letter letter(Receipt receipt) {
        Optional<UserView> patient = users.find(receipt.patient());
        return new ReceiptLetter(
                        patient.map(UserView::locale).orElse("en"),
                        patient.map(UserView::zone).orElse(settings.receiptZone()))
                .of(new Sums(
                        receipt.number(),
                        receipt.issuedAt(),
                        name(receipt.patient()),
                        name(receipt.doctor()),
                        receipt.heldAt(),
                        receipt.amountMinor(),
                        receipt.currency(),
                        receipt.method(),
                        receipt.taxPercent(),
                        receipt.taxNote(),
                        receipt.refundedAmountMinor()));
    }

    private String name(UserId id) {
        return users.find(id).map(UserView::displayName).orElse("–");
    }
}
