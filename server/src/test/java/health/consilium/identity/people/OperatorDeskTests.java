package health.consilium.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.identity.AccountDesk;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A7, S3, S7: accounts by the command line, while the server runs beside. */
@ServerTest
class OperatorDeskTests {
    @LocalServerPort
    private int port;

    @Autowired
    private AccountDesk desk;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    private int status(Person who) {
        return new Http(port).send("GET", "/api/v1/auth/me", who.token(), null).status();
    }

    private List<String> entries(UUID account) {
        return jdbc.sql("select action || ' ' || subject from audit_entry where role = 'OPERATOR' and subject_id = ?"
                        + " order by number")
                .param(account.toString())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    @DisplayName("a new account has a link that sets a password, once; all of it is in the trail")
    void made() {
        String email = UUID.randomUUID() + "@clinic.example";
        var account = desk.create(email, Role.DOCTOR, "Dr Test", ZoneId.of("Europe/Berlin"), "en");
        assertThat(account.hasPassword()).isFalse();
        assertThatThrownBy(() -> desk.create(email, Role.ADMIN, "x", ZoneId.of("UTC"), "en"))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.EMAIL_TAKEN));
        String body = "{\"token\":\"%s\",\"password\":\"a long enough passphrase\"}"
                .formatted(desk.passwordLink(email).reveal());
        Http http = new Http(port);
        assertThat(http.send("POST", "/api/v1/auth/password/set", null, body).status())
                .isEqualTo(200);
        assertThat(http.send("POST", "/api/v1/auth/password/set", null, body).code())
                .isEqualTo("LINK_OVER");
        assertThat(desk.all()).anyMatch(one -> one.email().equals(email) && one.hasPassword());
        assertThat(entries(account.id())).containsExactly("CREATED ACCOUNT", "SENT LINK");
    }

    @Test
    @DisplayName("S3: who is switched off is out at once, and pages that are open close within five seconds")
    void switchedOff() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Socket page = Socket.greeted(port, clinic.ticket(doctor, null));
        page.hears("welcome");
        assertThat(desk.switchOn(doctor.email(), false).enabled()).isFalse();
        assertThat(status(doctor)).isEqualTo(401);
        page.hears("bye");
        assertThatThrownBy(() -> desk.passwordLink(doctor.email()))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.ACCOUNT_DISABLED));
        assertThat(desk.switchOn(doctor.email(), true).enabled()).isTrue();
    }

    @Test
    @DisplayName("another role, or a second factor that is taken away, signs the person out")
    void signedOut() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        assertThat(desk.become(doctor.email(), Role.PATIENT).role()).isEqualTo(Role.PATIENT);
        assertThat(status(doctor)).isEqualTo(401);
        Person other = clinic.somebody(Role.DOCTOR);
        jdbc.sql("insert into identity_totp (account, sealed, confirmed_at) values (?, 'x', now())")
                .param(other.id().value())
                .update();
        assertThat(desk.all()).anyMatch(one -> one.email().equals(other.email()) && one.secondFactor());
        assertThat(desk.resetSecondFactor(other.email()).secondFactor()).isFalse();
        assertThat(status(other)).isEqualTo(401);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> jdbc.sql("select count(*) from identity_login where account = ?")
                                .param(other.id().value())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    @DisplayName("nobody is left without an administrator, and nobody unknown is changed")
    void last() {
        Person admin = clinic.somebody(Role.ADMIN);
        jdbc.sql("update identity_account set enabled = false where role = 'ADMIN' and id <> ?")
                .param(admin.id().value())
                .update();
        assertThatThrownBy(() -> desk.switchOn(admin.email(), false))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.LAST_ADMINISTRATOR));
        assertThatThrownBy(() -> desk.become(admin.email(), Role.DOCTOR)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> desk.switchOn("nobody@clinic.example", false))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
