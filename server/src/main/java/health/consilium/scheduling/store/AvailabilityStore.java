package health.consilium.scheduling.store;

import static health.consilium.scheduling.store.Rows.utc;

import health.consilium.identity.UserId;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.Availability.Dated;
import health.consilium.scheduling.DayException;
import health.consilium.scheduling.Span;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tables scheduling_doctor, scheduling_hours and scheduling_exception. */
@Repository
@Transactional
public class AvailabilityStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    AvailabilityStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param since exceptions that were over before are left out */
    @Transactional(readOnly = true)
    public Map<UserId, Availability> ofAll(Collection<UserId> doctors, LocalDate since) {
        UUID[] ids = doctors.stream().map(UserId::value).toArray(UUID[]::new);
        Map<UserId, Map<DayOfWeek, List<Span>>> weeks = weeks(ids);
        Map<UserId, List<Dated>> exceptions = exceptions(ids, since);
        Map<UserId, Availability> found = new HashMap<>();
        jdbc.sql("select * from scheduling_doctor where doctor = any(?)")
                .param(ids)
                .query((row, n) -> {
                    UserId doctor = new UserId(row.getObject("doctor", UUID.class));
                    return found.put(
                            doctor,
                            new Availability(
                                    row.getInt("slot_minutes"),
                                    row.getInt("buffer_minutes"),
                                    row.getInt("notice_minutes"),
                                    row.getInt("ahead_days"),
                                    weeks.getOrDefault(doctor, Map.of()),
                                    exceptions.getOrDefault(doctor, List.of()),
                                    words(row.getArray("languages")),
                                    row.getString("sentence")));
                })
                .list();
        return found;
    }

    @Transactional(readOnly = true)
    public List<UserId> doctors() {
        return jdbc.sql("select doctor from scheduling_doctor")
                .query((row, n) -> new UserId(row.getObject("doctor", UUID.class)))
                .list();
    }

    public void save(UserId doctor, Availability a) {
        jdbc.sql("insert into scheduling_doctor values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (doctor) do update set"
                        + " slot_minutes = excluded.slot_minutes, buffer_minutes = excluded.buffer_minutes,"
                        + " notice_minutes = excluded.notice_minutes, ahead_days = excluded.ahead_days,"
                        + " languages = excluded.languages, sentence = excluded.sentence,"
                        + " changed_at = excluded.changed_at")
                .param(doctor.value())
                .param(a.slotMinutes())
                .param(a.bufferMinutes())
                .param(a.noticeMinutes())
                .param(a.aheadDays())
                .param(a.languages().toArray(String[]::new))
                .param(a.sentence())
                .param(utc(clock.instant()))
                .update();
        jdbc.sql("delete from scheduling_hours where doctor = ?")
                .param(doctor.value())
                .update();
        a.week()
                .forEach((day, spans) ->
                        spans.forEach(span -> jdbc.sql("insert into scheduling_hours values (?, ?, ?, ?)")
                                .params(doctor.value(), day.getValue(), span.from(), span.to())
                                .update()));
    }

    public void add(UUID id, UserId doctor, DayException e) {
        Span span = e.span();
        jdbc.sql("insert into scheduling_exception values (?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(doctor.value())
                .param(e.first())
                .param(e.last())
                .param(e.kind().name())
                .param(span == null ? null : span.from())
                .param(span == null ? null : span.to())
                .update();
    }

    public boolean remove(UserId doctor, UUID exception) {
        return jdbc.sql("delete from scheduling_exception where id = ? and doctor = ?")
                        .params(exception, doctor.value())
                        .update()
                == 1;
    }

    private Map<UserId, Map<DayOfWeek, List<Span>>> weeks(UUID[] doctors) {
        Map<UserId, Map<DayOfWeek, List<Span>>> weeks = new HashMap<>();
        jdbc.sql("select * from scheduling_hours where doctor = any(?) order by from_time")
                .param(doctors)
                .query((row, n) -> weeks.computeIfAbsent(
                                new UserId(row.getObject("doctor", UUID.class)), id -> new EnumMap<>(DayOfWeek.class))
                        .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
                        .add(new Span(time(row, "from_time"), time(row, "to_time"))))
                .list();
        return weeks;
    }

    private Map<UserId, List<Dated>> exceptions(UUID[] doctors, LocalDate since) {
        Map<UserId, List<Dated>> exceptions = new HashMap<>();
        jdbc.sql("select * from scheduling_exception where doctor = any(?) and last_day >= ?"
                        + " order by first_day, from_time nulls first, id")
                .param(doctors)
                .param(since)
                .query((row, n) -> exceptions
                        .computeIfAbsent(new UserId(row.getObject("doctor", UUID.class)), id -> new ArrayList<>())
                        .add(new Dated(row.getObject("id", UUID.class), exception(row))))
                .list();
        return exceptions;
    }

    private static DayException exception(ResultSet row) throws SQLException {
        boolean off = row.getObject("from_time", LocalTime.class) == null;
        return new DayException(
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                DayException.Kind.valueOf(row.getString("kind")),
                off ? null : new Span(time(row, "from_time"), time(row, "to_time")));
    }

    private static LocalTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }

    private static List<String> words(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
