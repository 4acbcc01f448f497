package health.consilium.scheduling.store;

import static health.consilium.scheduling.store.Rows.SELECT;
import static health.consilium.scheduling.store.Rows.utc;

import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentFinder;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table scheduling_appointment, searched: the database counts, sorts and cuts, and gives one page. */
@Repository
@Transactional(readOnly = true)
class FinderStore implements AppointmentFinder {
    /** What a row is by now: a hold whose time is over has lapsed, also before anybody noticed. */
    private static final String HELD = "(status = 'HELD' and held_until > ?)";

    private static final String EXPIRED = "(status = 'EXPIRED' or status = 'HELD' and held_until <= ?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    FinderStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Page find(Wanted wanted, int page, int size) {
        Conditions fits = conditions(wanted);
        int total = jdbc.sql("select count(*) from scheduling_appointment" + fits.sql())
                .params(fits.values)
                .query(Integer.class)
                .single();
        int last = Math.max(0, (total - 1) / size);
        int at = Math.clamp(page, 0, last);
        boolean latestFirst = wanted.from() == null || wanted.over() != null;
        String order = latestFirst ? " order by starts_at desc, id" : " order by starts_at, id";
        List<Appointment> items = jdbc.sql(SELECT + fits.sql() + order + " limit ? offset ?")
                .params(fits.values)
                .param(size)
                .param((long) at * size)
                .query(Rows::appointment)
                .list();
        return new Page(items, at, last + 1, total);
    }

    private Conditions conditions(Wanted wanted) {
        Conditions all = new Conditions();
        status(all, wanted.status());
        if (wanted.people() != null) {
            UUID[] people =
                    wanted.people().stream().map(person -> person.value()).toArray(UUID[]::new);
            all.and("(patient = any(?) or doctor = any(?))", people, people);
        }
        if (wanted.doctor() != null) {
            all.and("doctor = ?", wanted.doctor().value());
        }
        if (wanted.from() != null) {
            all.and("starts_at >= ?", utc(wanted.from()));
        }
        if (wanted.to() != null) {
            all.and("starts_at < ?", utc(wanted.to()));
        }
        if (wanted.over() != null) {
            all.and(AppointmentStore.FIRM);
            all.and(
                    "(ends_at <= ? or status = 'CANCELLED' or id = any(?))",
                    utc(wanted.over().at()),
                    ids(wanted.over().also()));
            all.and("id <> all(?)", (Object) ids(wanted.over().not()));
        }
        if (wanted.among() != null) {
            all.and("id = any(?)", (Object) ids(wanted.among()));
        }
        if (wanted.without() != null) {
            all.and("id <> all(?)", (Object) ids(wanted.without()));
        }
        return all;
    }

    private void status(Conditions all, @Nullable AppointmentStatus status) {
        Instant now = clock.instant();
        switch (status) {
            case null -> all.and("(" + AppointmentStore.FIRM + " or " + HELD + ")", utc(now));
            case HELD -> all.and(HELD, utc(now));
            case EXPIRED -> all.and(EXPIRED, utc(now));
            default -> all.and(AppointmentStore.FIRM + " and status = ?", status.name());
        }
    }

    private static UUID[] ids(Set<AppointmentId> ids) {
        return ids.stream().map(AppointmentId::value).toArray(UUID[]::new);
    }

    /** Joined by "and", their values in the same order. */
    private static final class Conditions {
        private final List<String> words = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object... of) {
            words.add(condition);
            values.addAll(List.of(of));
        }

        String sql() {
            return " where " + String.join(" and ", words);
        }
    }
}
