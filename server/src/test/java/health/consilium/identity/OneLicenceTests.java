package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import health.consilium.testing.TestDatabase;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** U7, A4: a doctor's licence number stands in one place, and everybody who shows it shows the same. */
@ServerTest
class OneLicenceTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    private Http.Answer put(String path, Person who, String licence) {
        return new Http(port).send("PUT", path, who.token(), "{\"licence\":\"" + licence + "\"}");
    }

    private String readBy(Person who, String path) {
        return new Http(port)
                .send("GET", path, who.token(), null)
                .data()
                .path("licence")
                .asString("");
    }

    @Test
    @DisplayName(
            "what a doctor enters is theirs to change until the clinic writes one down: that one counts, everywhere")
    void theClinicGoesFirst() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person desk = clinic.somebody(Role.ADMIN);
        String account = "/api/v1/admin/users/" + doctor.id();
        put("/api/v1/prescriber", doctor, "MINE-1");
        assertThat(put("/api/v1/prescriber", doctor, " MINE-2 ")
                        .data()
                        .path("licence")
                        .asString())
                .isEqualTo("MINE-2");
        assertThat(readBy(desk, account)).isEqualTo("MINE-2");
        put("/api/v1/admin/licences/" + doctor.id(), desk, "CLINIC-3");
        assertThat(put("/api/v1/prescriber", doctor, "MINE-4")
                        .data()
                        .path("licence")
                        .asString())
                .isEqualTo("CLINIC-3");
        assertThat(readBy(desk, account)).isEqualTo("CLINIC-3");
        put("/api/v1/admin/licences/" + doctor.id(), desk, "");
        put("/api/v1/prescriber", doctor, "MINE-5");
        assertThat(readBy(doctor, "/api/v1/prescriber")).isEqualTo("MINE-5");
    }

    @Test
    @DisplayName(
            "U7: what is changed about a person under People leaves the number alone, until they are no doctor any more")
    void notUnderPeople() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person desk = clinic.somebody(Role.ADMIN);
        String account = "/api/v1/admin/users/" + doctor.id();
        put("/api/v1/admin/licences/" + doctor.id(), desk, "CLINIC-3");
        String details = "{\"email\":\"" + doctor.email()
                + "\",\"role\":\"%s\",\"name\":\"Dr New Name\",\"licence\":\"OTHER-4\","
                + "\"zone\":\"Europe/Berlin\",\"locale\":\"de\",\"enabled\":true}";
        Http.Answer changed = new Http(port).send("PUT", account, desk.token(), details.formatted("DOCTOR"));
        assertThat(changed.data().path("name").asString()).isEqualTo("Dr New Name");
        assertThat(readBy(desk, account)).isEqualTo("CLINIC-3");
        new Http(port).send("PUT", account, desk.token(), details.formatted("PATIENT"));
        assertThat(readBy(desk, account)).isEmpty();
    }

    @Test
    @DisplayName(
            "S29: whoever changes a licence number is named, and the number is not; what changed nothing is no entry")
    void audited() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Person desk = clinic.somebody(Role.ADMIN);
        put("/api/v1/prescriber", doctor, "MINE-1");
        put("/api/v1/admin/licences/" + doctor.id(), desk, "CLINIC-3");
        put("/api/v1/prescriber", doctor, "MINE-4");
        assertThat(jdbc.sql(
                                "select actor || ' ' || action || ' ' || details from audit_entry"
                                        + " where subject = 'ACCOUNT' and subject_id = ? and action = 'CHANGED' order by number")
                        .param(doctor.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        doctor.id() + " CHANGED {\"what\":\"LICENCE\"}", desk.id() + " CHANGED {\"what\":\"LICENCE\"}");
    }

    @Test
    @DisplayName("numbers that stood in three tables are one: the account's, else the clinic's, else the doctor's own")
    void broughtTogether() {
        var postgres = TestDatabase.postgres();
        var source = new DriverManagerDataSource(
                postgres.jdbcUrl(TestDatabase.fresh()),
                postgres.user(),
                postgres.password().reveal());
        migrated(source, "160");
        JdbcClient old = JdbcClient.create(source);
        UUID all = doctor(old, "ACCOUNT", "CLINIC", "OWN");
        UUID two = doctor(old, "", "CLINIC", "OWN");
        UUID one = doctor(old, "", null, "OWN");
        UUID none = doctor(old, "", null, null);
        migrated(source, "latest");
        assertThat(kept(old, all)).isEqualTo("ACCOUNT false");
        assertThat(kept(old, two)).isEqualTo("CLINIC false");
        assertThat(kept(old, one)).isEqualTo("OWN true");
        assertThat(kept(old, none)).isEqualTo(" false");
    }

    private static void migrated(DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private static UUID doctor(JdbcClient old, String account, @Nullable String clinic, @Nullable String own) {
        UUID id = UUID.randomUUID();
        old.sql(
                        "insert into identity_account (id, email, password_hash, role, display_name, about, licence, zone, locale,"
                                + " created_at) values (?, ?, '', 'DOCTOR', 'x', '', ?, 'UTC', 'en', now())")
                .params(id, id + "@test.example", account)
                .update();
        if (clinic != null) {
            old.sql("insert into care_licence values (?, ?, ?, now())")
                    .params(id, clinic, id)
                    .update();
        }
        if (own != null) {
            old.sql("insert into prescription_prescriber values (?, ?, now())")
                    .params(id, own)
                    .update();
        }
        return id;
    }

    private static String kept(JdbcClient old, UUID doctor) {
        return old.sql("select licence || ' ' || licence_by_doctor from identity_account where id = ?")
                .param(doctor)
                .query(String.class)
                .single();
    }
}
