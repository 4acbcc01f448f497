package health.consilium.notification.outbox;

import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table notification_preference. */
@Repository
public class PreferenceStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    PreferenceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Preferences of(UserView person) {
        return of(person.id(), person.role());
    }

    public Preferences of(UserId person, Role role) {
        boolean patient = role == Role.PATIENT;
        return jdbc.sql("select mail, push, sms from notification_preference where person = ?")
                .param(person.value())
                .query((row, n) ->
                        new Preferences(patient, row.getBoolean("mail"), row.getBoolean("push"), row.getBoolean("sms")))
                .optional()
                .orElse(Preferences.unchosen(patient));
    }

    public void save(UserId person, boolean mail, boolean push, boolean sms) {
        jdbc.sql(
                        "insert into notification_preference values (?, ?, ?, ?, ?) on conflict (person) do update set"
                                + " mail = excluded.mail, push = excluded.push, sms = excluded.sms, changed_at = excluded.changed_at")
                .params(person.value(), mail, push, sms, OutboxStore.utc(clock.instant()))
                .update();
    }
}
