package health.consilium.recording.store;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.Place;
import health.consilium.recording.domain.Answer;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Reason;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.domain.Terms;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables recording, recording_answer and recording_interval. */
@Repository
public class RecordingStore {
    private static final String SELECT = "select *, (select jsonb_object_agg(person, answer) from recording_answer a"
            + " where a.recording = recording.id) as said from recording where ";
    private static final String LIVE = " and phase in ('ASKED', 'RECORDING', 'PAUSED')";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<UUID, Answer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RecordingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction is over nobody else decides about recordings of this consultation. A presence that another
     * transaction is about to commit is seen afterwards, or finds the recording that was made meanwhile.
     */
    public void lock(ConsultationId consultation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 4))")
                .param("recording " + consultation)
                .query((row, n) -> n)
                .list();
    }

    public Optional<Recording> live(ConsultationId consultation) {
        return one("consultation = ?" + LIVE, consultation.value());
    }

    /** The one that was asked for last. */
    public Optional<Recording> latest(ConsultationId consultation) {
        return one("consultation = ? order by asked_at desc limit 1", consultation.value());
    }

    public Optional<Recording> find(UUID id) {
        return one("id = ?", id);
    }

    public Optional<Instant> stoppedAt(UUID id) {
        return jdbc.sql("select stopped_at from recording where id = ? and stopped_at is not null")
                .param(id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Recordings from before each kept its terms: what holds now is what they were made under, as far as anybody knows. */
    public void withoutTerms(Terms terms) {
        jdbc.sql("update recording set on_withdrawal = :onWithdrawal, kept_days = :keptDays, place = :place"
                        + " where kept_days is null")
                .param("onWithdrawal", terms.onWithdrawal().name())
                .param("keptDays", terms.keptDays())
                .param("place", terms.place().name())
                .update();
    }

    public void deleted(UUID id) {
        jdbc.sql("update recording set phase = 'DELETED' where id = ?")
                .param(id)
                .update();
    }

    /** Those that can still be read, and have been over for as long as was said of each that it is kept. */
    public List<UUID> keptUntil(Instant now) {
        return jdbc.sql("select id from recording where phase = 'STOPPED'"
                        + " and stopped_at + kept_days * interval '24 hours' < :now order by stopped_at")
                .param("now", at(now))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** That a page should record since before then, and of which nothing has come since then. */
    public List<UUID> silent(Instant then) {
        return jdbc.sql("select id from recording r where phase = 'RECORDING' and service is null and since < :then"
                        + " and not exists (select 1 from recording_segment s where s.recording = r.id"
                        + " and s.stored_at >= :then)")
                .param("then", at(then))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Deleted, and something of them is still there. */
    public List<UUID> remains() {
        return jdbc.sql("select id from recording r where phase = 'DELETED' and (exists"
                        + " (select 1 from recording_segment s where s.recording = r.id)"
                        + " or exists (select 1 from recording_poster p where p.recording = r.id))")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of a consultation that have recorded anything, oldest first. */
    public List<Recording> begun(ConsultationId consultation) {
        return jdbc.sql(SELECT + "consultation = ? and started_at is not null order by asked_at")
                .param(consultation.value())
                .query((row, n) -> recording(row))
                .list();
    }

    private Optional<Recording> one(String where, Object param) {
        return jdbc.sql(SELECT + where)
                .param(param)
                .query((row, n) -> recording(row))
                .optional();
    }

    public void insert(Recording r, Instant now) {
        jdbc.sql(
                        "insert into recording (id, consultation, doctor, wording, phase, present, asked_at, service,"
                                + " on_withdrawal, kept_days, place)"
                                + " values (:id, :consultation, :doctor, :wording, :phase, '{}', :now, :service, :onWithdrawal, :keptDays, :place)")
                .param("id", r.id())
                .param("consultation", r.consultation().value())
                .param("doctor", r.doctor().value())
                .param("wording", r.wording())
                .param("phase", r.phase().name())
                .param("now", at(now))
                .param("service", r.service(), java.sql.Types.VARCHAR)
                .param("onWithdrawal", r.terms().onWithdrawal().name())
                .param("keptDays", r.terms().keptDays())
                .param("place", r.terms().place().name())
                .update();
        r.answers().forEach((person, answer) -> say(r.id(), person, answer));
    }

    /** Writes what changed; an interval begins and ends with the phase. */
    public void update(Recording before, Recording after, Instant now) {
        jdbc.sql(
                        "update recording set phase = :phase, reason = :reason, present = :present::uuid[],"
                                + " unable = :unable::uuid[],"
                                + " started_at = :started, since = :since, stopped_at = case when :over then coalesce(stopped_at, :now) end where id = :id")
                .param("id", after.id())
                .param("phase", after.phase().name())
                .param("reason", after.reason() == null ? null : after.reason().name())
                .param("present", array(after.present()))
                .param("unable", array(after.unable()))
                .param("started", at(after.startedAt()))
                .param("since", at(after.since()))
                .param("over", after.phase().over())
                .param("now", at(now))
                .update();
        after.answers().forEach((person, answer) -> {
            if (before.answers().get(person) != answer) {
                say(after.id(), person, answer);
            }
        });
        if (before.since() == null && after.since() != null) {
            jdbc.sql("insert into recording_interval (recording, began) values (:id, :began)")
                    .param("id", after.id())
                    .param("began", at(after.since()))
                    .update();
        } else if (before.since() != null && after.since() == null) {
            jdbc.sql("update recording_interval set ended = greatest(began, :now)"
                            + " where recording = :id and ended is null")
                    .param("id", after.id())
                    .param("now", at(now))
                    .update();
        }
    }

    private void say(UUID recording, UserId person, Answer answer) {
        jdbc.sql("insert into recording_answer values (?, ?, ?)"
                        + " on conflict (recording, person) do update set answer = excluded.answer")
                .params(recording, person.value(), answer.name())
                .update();
    }

    private static Recording recording(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Recording(
                row.getObject("id", UUID.class),
                new ConsultationId(row.getObject("consultation", UUID.class)),
                new UserId(row.getObject("doctor", UUID.class)),
                row.getString("wording"),
                Phase.valueOf(row.getString("phase")),
                reason == null ? null : Reason.valueOf(reason),
                answers(row.getString("said")),
                people(row.getArray("present")),
                people(row.getArray("unable")),
                instant(row, "started_at"),
                instant(row, "since"),
                row.getString("service"),
                terms(row));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                OnWithdrawal.valueOf(row.getString("on_withdrawal")),
                row.getInt("kept_days"),
                Place.valueOf(row.getString("place")));
    }

    /** An object of ids and words: {@code {"…": "AGREED"}}. */
    private static Map<UserId, Answer> answers(String json) {
        return JSON.readValue(json, ANSWERS).entrySet().stream()
                .collect(Collectors.toMap(said -> new UserId(said.getKey()), Map.Entry::getValue));
    }

    private static String array(Set<UserId> people) {
        return people.stream().map(UserId::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Set<UserId> people(Array ids) throws SQLException {
        return Arrays.stream((Object[]) ids.getArray())
                .map(id -> new UserId((UUID) id))
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
