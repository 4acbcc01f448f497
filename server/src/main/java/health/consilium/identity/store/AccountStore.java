package health.consilium.identity.store;

import health.consilium.identity.Accounts.NewAccount;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table identity_account. */
@Repository
public class AccountStore implements Users {
    private static final String COLUMNS =
            "id, email, role, display_name, about, zone, locale, phone, date_of_birth, licence";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UserView> find(UserId id) {
        return jdbc.sql("select " + COLUMNS + " from identity_account where id = ?")
                .param(id.value())
                .query(AccountStore::view)
                .optional();
    }

    @Override
    public Map<UserId, UserView> findAll(Collection<UserId> ids) {
        UUID[] values = ids.stream().map(UserId::value).distinct().toArray(UUID[]::new);
        return jdbc
                .sql("select " + COLUMNS + " from identity_account where id = any(?)")
                .param(values)
                .query(AccountStore::view)
                .list()
                .stream()
                .collect(Collectors.toMap(UserView::id, Function.identity()));
    }

    @Override
    public Set<UserId> named(String part) {
        return jdbc.sql("select id from identity_account where strpos(" + plain("display_name") + ", " + plain("?")
                        + ") > 0")
                .param(part.strip())
                .query((row, n) -> new UserId(row.getObject("id", UUID.class)))
                .set();
    }

    /** Without the marks above and below letters, of Latin and Arabic, and in lower case. */
    private static String plain(String text) {
        return "lower(regexp_replace(normalize(" + text
                + ", NFD), '[\\u0300-\\u036f\\u064b-\\u0655\\u0670]', '', 'g'))";
    }

    public List<UserView> ofRole(Role role) {
        return jdbc.sql("select " + COLUMNS + " from identity_account where role = ? and enabled order by display_name")
                .param(role.name())
                .query(AccountStore::view)
                .list();
    }

    public int count(Role role, List<String> words) {
        return jdbc.sql("select count(*) from identity_account" + fits(words))
                .params(fitting(role, words))
                .query(Integer.class)
                .single();
    }

    public List<UserView> page(Role role, List<String> words, long from, int size) {
        return jdbc.sql("select " + COLUMNS + " from identity_account" + fits(words)
                        + " order by lower(display_name), id limit ? offset ?")
                .params(fitting(role, words))
                .param(size)
                .param(from)
                .query(AccountStore::view)
                .list();
    }

    private static String fits(List<String> words) {
        String one = " and strpos(" + plain("display_name || ' ' || email") + ", " + plain("?") + ") > 0";
        return " where role = ? and enabled" + one.repeat(words.size());
    }

    private static List<String> fitting(Role role, List<String> words) {
        return Stream.concat(Stream.of(role.name()), words.stream()).toList();
    }

    /** What signing in needs to know. */
    public record Credentials(UserId id, String passwordHash) {}

    public Optional<Credentials> credentials(String email) {
        return jdbc.sql(
                        "select id, password_hash from identity_account where lower(email) = lower(?) and enabled and password_hash <> ''")
                .param(email)
                .query((row, n) ->
                        new Credentials(new UserId(row.getObject("id", UUID.class)), row.getString("password_hash")))
                .optional();
    }

    /** True when the account was made now. */
    public boolean insert(NewAccount account, String passwordHash, Instant now) {
        return jdbc.sql(
                                "insert into identity_account (id, email, password_hash, role, display_name, about, zone, locale,"
                                        + " created_at, phone, date_of_birth, licence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " on conflict do nothing")
                        .param(account.id().value())
                        .param(account.email())
                        .param(passwordHash)
                        .param(account.role().name())
                        .param(account.displayName())
                        .param(account.about())
                        .param(account.zone().getId())
                        .param(account.locale())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(account.phone())
                        .param(account.dateOfBirth())
                        .param(account.licence())
                        .update()
                == 1;
    }

    public boolean exists(UserId id) {
        return find(id).isPresent();
    }

    public void setPreferences(UserId id, @Nullable ZoneId zone, @Nullable String locale) {
        jdbc.sql("update identity_account set zone = coalesce(?, zone), locale = coalesce(?, locale) where id = ?")
                .param(zone == null ? null : zone.getId())
                .param(locale)
                .param(id.value())
                .update();
    }

    /** Whether it was set: what is on file stays. */
    public boolean setDateOfBirth(UserId id, LocalDate born) {
        return jdbc.sql("update identity_account set date_of_birth = ? where id = ? and date_of_birth is null")
                        .params(born, id.value())
                        .update()
                == 1;
    }

    /** As the clinic writes it down. */
    public void setLicence(UserId doctor, String licence) {
        jdbc.sql("update identity_account set licence = ?, licence_by_doctor = false where id = ?")
                .params(licence, doctor.value())
                .update();
    }

    /** As the doctor enters it. Whether it was taken: what the clinic has written down stays. */
    public boolean enterLicence(UserId doctor, String licence) {
        return jdbc.sql("update identity_account set licence = ?, licence_by_doctor = true"
                                + " where id = ? and (licence = '' or licence_by_doctor)")
                        .params(licence, doctor.value())
                        .update()
                == 1;
    }

    public Optional<UserView> enabled(UserId id) {
        return jdbc.sql("select " + COLUMNS + " from identity_account where id = ? and enabled")
                .param(id.value())
                .query(AccountStore::view)
                .optional();
    }

    public Optional<String> passwordHash(UserId id) {
        return jdbc.sql("select password_hash from identity_account where id = ? and enabled and password_hash <> ''")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    public void setPassword(UserId id, String hash) {
        jdbc.sql("update identity_account set password_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    public void setPhone(UserId id, @Nullable String phone) {
        jdbc.sql("update identity_account set phone = ? where id = ?")
                .param(phone)
                .param(id.value())
                .update();
    }

    /** The enabled account with that address. */
    public Optional<UserView> byEmail(String email) {
        return jdbc.sql("select " + COLUMNS + " from identity_account where lower(email) = lower(?) and enabled")
                .param(email)
                .query(AccountStore::view)
                .optional();
    }

    static UserView view(ResultSet row, int number) throws SQLException {
        return new UserView(
                new UserId(row.getObject("id", UUID.class)),
                Role.valueOf(row.getString("role")),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("about"),
                ZoneId.of(row.getString("zone")),
                row.getString("locale"),
                row.getString("phone"),
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("licence"));
    }
}
