package health.consilium.identity.store;

import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.people.Details;
import health.consilium.identity.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table identity_account, as administrators work with it. */
@Repository
public class PeopleStore {
    private static final String SELECT = "select a.*, a.password_hash <> '' as has_password, (select max(l.used_at)"
            + " from identity_login l where l.account = a.id) as last_seen from identity_account a";
    private static final String MATCHES =
            " where (cast(:role as text) is null or a.role = :role) and (a.display_name ilike :like or a.email ilike :like)";

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text part of a name or an address; empty: everybody
     * @param page from 0
     */
    public record Query(String text, @Nullable Role role, int page, int size) {
        String like() {
            return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    public List<Person> find(Query query) {
        return jdbc.sql(SELECT + MATCHES
                        + " order by a.enabled desc, lower(a.display_name), a.id limit :size offset :from")
                .param("role", role(query))
                .param("like", query.like())
                .param("size", query.size())
                .param("from", query.page() * query.size())
                .query(PeopleStore::row)
                .list();
    }

    public int count(Query query) {
        return jdbc.sql("select count(*) from identity_account a" + MATCHES)
                .param("role", role(query))
                .param("like", query.like())
                .query(Integer.class)
                .single();
    }

    public Optional<Person> person(UserId id) {
        return jdbc.sql(SELECT + " where a.id = ?")
                .param(id.value())
                .query(PeopleStore::row)
                .optional();
    }

    public Optional<Person> byEmail(String email) {
        return jdbc.sql(SELECT + " where lower(a.email) = lower(?)")
                .param(email)
                .query(PeopleStore::row)
                .optional();
    }

    /** False when the address is taken. */
    public boolean insert(UserId id, Details of, Instant now) {
        return with(
                                "insert into identity_account (id, email, password_hash, role, display_name, about, phone,"
                                        + " date_of_birth, zone, locale, created_at) values (:id, :email, '', :role, :name, :about,"
                                        + " :phone, :born, :zone, :locale, :now) on conflict do nothing",
                                id,
                                of)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when the address is taken. Who is no doctor any more has no licence number. */
    public boolean update(UserId id, Details of, boolean enabled) {
        try {
            return with(
                                    "update identity_account set email = :email, role = :role, display_name = :name, about = :about,"
                                            + " licence = case when :role = 'DOCTOR' then licence else '' end,"
                                            + " phone = :phone, date_of_birth = :born, zone = :zone, locale = :locale,"
                                            + " enabled = :enabled where id = :id",
                                    id,
                                    of)
                            .param("enabled", enabled)
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private JdbcClient.StatementSpec with(String sql, UserId id, Details of) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("email", of.email())
                .param("role", of.role().name())
                .param("name", of.name())
                .param("about", of.about())
                .param("phone", of.phone())
                .param("born", of.dateOfBirth())
                .param("zone", of.zone().getId())
                .param("locale", of.locale());
    }

    public void setRole(UserId id, Role role) {
        jdbc.sql("update identity_account set role = ? where id = ?")
                .params(role.name(), id.value())
                .update();
    }

    /** Two administrators who take each other's role at once wait for each other. Until the transaction ends. */
    public void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity administrators'))")
                .query((row, n) -> 1)
                .single();
    }

    public int otherAdministrators(UserId than) {
        return jdbc.sql("select count(*) from identity_account where role = 'ADMIN' and enabled and id <> ?")
                .param(than.value())
                .query(Integer.class)
                .single();
    }

    private static @Nullable String role(Query query) {
        return query.role() == null ? null : query.role().name();
    }

    private static Person row(ResultSet row, int number) throws SQLException {
        OffsetDateTime seen = row.getObject("last_seen", OffsetDateTime.class);
        return new Person(
                AccountStore.view(row, number),
                row.getBoolean("enabled"),
                row.getBoolean("has_password"),
                seen == null ? null : seen.toInstant());
    }
}
