package health.consilium.identity.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account. Its id stays, because bookings and proofs name it; nothing that tells who it was does. */
@Component
class AccountData implements PersonalData {
    private static final String GONE = "erased.invalid";

    private final JdbcClient jdbc;

    AccountData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "account",
                jdbc.sql("select (to_jsonb(a) - 'password_hash')::text as account from identity_account a where id = ?")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        jdbc.sql("delete from identity_login where account = ?")
                .param(whose.person())
                .update();
        jdbc.sql("delete from identity_link where account = ?")
                .param(whose.person())
                .update();
        int rows = jdbc.sql("update identity_account set email = id || '@" + GONE + "', password_hash = '',"
                        + " display_name = '–', about = '', phone = null, date_of_birth = null, enabled = false where id = ? and email not like '%@" + GONE
                        + "'")
                .param(whose.person())
                .update();
        return Erased.all(rows);
    }
}
