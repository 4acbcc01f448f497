package health.consilium.notification.mail;

import health.consilium.notification.outbox.Kind;
import health.consilium.payment.ReceiptLetters;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files that go with a mail: the receipt with the mail after the visit. */
@Component
class Enclosures {
    private final ReceiptLetters receipts;

    Enclosures(ReceiptLetters receipts) {
        this.receipts = receipts;
    }

    List<Attachment> of(Story story) {
        if (story.message().kind() != Kind.RECEIPT) {
            return List.of();
        }
        return receipts
                .of(story.appointment().id())
                .map(pdf -> new Attachment("receipt-" + pdf.number() + ".pdf", "application/pdf", pdf.content()))
                .stream()
                .toList();
    }
}
