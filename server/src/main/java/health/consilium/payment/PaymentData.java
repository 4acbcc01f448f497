package health.consilium.payment;

import health.consilium.kernel.PersonalData;
import health.consilium.scheduling.AppointmentId;
import java.io.IOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments. The law on bookkeeping keeps them. */
@Component
class PaymentData implements PersonalData {
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
        for (UUID visit : whose.appointments()) {
            ReceiptLetters.Pdf pdf = receipts.of(new AppointmentId(visit)).orElse(null);
            if (pdf != null) {
                parcel.file("receipt-" + pdf.number() + ".pdf", out -> out.write(pdf.content()));
            }
        }
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = jdbc.sql("select count(*) from payment_payment where appointment = any(?::uuid[])")
                .param(whose.visits())
                .query(Integer.class)
                .single();
        return Erased.kept(rows, "BOOKKEEPING");
    }
}
