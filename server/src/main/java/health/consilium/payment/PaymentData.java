package health.consilium.payment;

import health.consilium.kernel.PersonalData;
import health.consilium.scheduling.AppointmentId;
import java.io.IOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments. The law on bookkeeping keeps them, with codes for why; words that somebody wrote go. */
@Component
class PaymentData implements PersonalData {
    /** CANCELLED_BY_PATIENT and the like are no words of anybody. */
    private static final String FREE = " !~ '^[A-Z_]*$'";

    private final JdbcClient jdbc;
    private final ReceiptLetters receipts;

    PaymentData(JdbcClient jdbc, ReceiptLetters receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    @Override
    public String section() {
        return "payments";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "payments",
                jdbc.sql("select * from payment_payment where appointment = any(?::uuid[])")
                        .param(whose.visits())
                        .query()
                        .listOfRows());
        parcel.rows(
                "history",
                jdbc.sql("select appointment, at, kind, provider, reference, amount_minor, currency, words"
                                + " from payment_event where appointment = any(?::uuid[]) order by id")
                        .param(whose.visits())
                        .query()
                        .listOfRows());
        for (UUID visit : whose.appointments()) {
            ReceiptLetters.Pdf pdf = receipts.of(new AppointmentId(visit)).orElse(null);
            if (pdf != null) {
                parcel.file("receipt-" + pdf.number() + ".pdf", out -> out.write(pdf.content()));
            }
        }
    }

    @Override
    public Erased erase(Whose whose) {
        // The history is append-only but for this, and only while it is said to be an erasure.
        erasing("on");
        int words = emptied("payment_payment", "reason", whose)
                + emptied("payment_money", "why", whose)
                + emptied("payment_event", "words", whose);
        erasing("off");
        int rows = jdbc.sql("select count(*) from payment_payment where appointment = any(?::uuid[])")
                .param(whose.visits())
                .query(Integer.class)
                .single();
        return new Erased(words, rows, "BOOKKEEPING");
    }

    private int emptied(String table, String column, Whose whose) {
        return jdbc.sql("update " + table + " set " + column + " = '' where appointment = any(?::uuid[]) and " + column
                        + FREE)
                .param(whose.visits())
                .update();
    }

    private void erasing(String on) {
        jdbc.sql("select set_config('consilium.erasing', ?, true)")
                .param(on)
                .query(String.class)
                .single();
    }
}
