package health.consilium.payment.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments. The law on bookkeeping keeps them. */
@Component
class PaymentData implements PersonalData {
    private final JdbcClient jdbc;

    PaymentData(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
