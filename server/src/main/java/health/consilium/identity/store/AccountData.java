package health.consilium.identity.store;

import health.consilium.identity.SignedOut;
import health.consilium.identity.UserId;
import health.consilium.kernel.AfterCommit;
import health.consilium.kernel.PersonalData;
import java.io.IOException;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account. Its id stays, because bookings and proofs name it; nothing that tells who it was does. */
@Component
class AccountData implements PersonalData {
    private static final String GONE = "erased.invalid";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    AccountData(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
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
        parcel.rows(
                "passkeys",
                jdbc.sql("select name, created_at, used_at from identity_passkey where account = ? order by created_at")
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
        for (String table :
                List.of("identity_totp", "identity_recovery_code", "identity_passkey", "identity_oidc_subject")) {
            jdbc.sql("delete from " + table + " where account = ?")
                    .param(whose.person())
                    .update();
        }
        // Pages that are open close (S3).
        SignedOut out = new SignedOut(new UserId(whose.person()), null, SignedOut.Why.DISABLED);
        AfterCommit.run(() -> events.publishEvent(out));
        int rows = jdbc.sql("update identity_account set email = id || '@" + GONE + "', password_hash = '',"
                        + " display_name = '–', about = '', licence = '', phone = null, date_of_birth = null, enabled = false where id = ? and email not like '%@"
                        + GONE
                        + "'")
                .param(whose.person())
                .update();
        return Erased.all(rows);
    }
}
