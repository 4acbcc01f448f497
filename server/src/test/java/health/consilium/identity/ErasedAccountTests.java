package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.PersonalData;
import health.consilium.kernel.PersonalData.Whose;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** S3, S25: an account that is erased. */
@ServerTest
class ErasedAccountTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private List<PersonalData> all;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName(
            "its open pages close, it signs in no more, and nothing of its second factor or accounts elsewhere stays")
    void erased() {
        Person person = clinic.somebody(Role.PATIENT);
        jdbc.sql("insert into identity_totp (account, sealed) values (?, '\\x00')")
                .param(person.id().value())
                .update();
        jdbc.sql("insert into identity_oidc_subject values ('i', ?, ?)")
                .params(person.id().toString(), person.id().value())
                .update();
        jdbc.sql(
                        "insert into identity_passkey (id, account, credential_id, attested, sign_count, backup_eligible, name,"
                                + " created_at) values (gen_random_uuid(), ?, ?, '\\x00', 0, false, 'phone', now())")
                .params(person.id().value(), person.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
        Socket socket = Socket.greeted(port, clinic.ticket(person, null));
        socket.hears("welcome");
        PersonalData account = all.stream()
                .filter(data -> data.section().equals("account"))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(
                status -> account.erase(new Whose(person.id().value(), List.of(), List.of())));
        assertThat(socket.closedAtOnce()).isEqualTo(4401);
        assertThat(new Http(port)
                        .send("GET", "/api/v1/auth/me", person.token(), null)
                        .status())
                .isEqualTo(401);
        assertThat(jdbc.sql(
                                "select (select count(*) from identity_totp where account = ?) + (select count(*) from identity_oidc_subject where account = ?)"
                                        + " + (select count(*) from identity_passkey where account = ?)")
                        .params(
                                person.id().value(),
                                person.id().value(),
                                person.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
