package health.consilium.identity.store;

import health.consilium.identity.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table identity_oidc_subject. */
@Repository
public class OidcStore {
    private final JdbcClient jdbc;

    OidcStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UserId> account(String issuer, String subject) {
        return jdbc.sql("select account from identity_oidc_subject where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query((row, n) -> new UserId(row.getObject("account", UUID.class)))
                .optional();
    }

    /** Enabled or not. */
    public Optional<UserId> accountWithEmail(String email) {
        return jdbc.sql("select id from identity_account where lower(email) = lower(?)")
                .param(email)
                .query((row, n) -> new UserId(row.getObject("id", UUID.class)))
                .optional();
    }

    public void link(String issuer, String subject, UserId account) {
        jdbc.sql("insert into identity_oidc_subject values (?, ?, ?)")
                .params(issuer, subject, account.value())
                .update();
    }
}
