package health.consilium.recording.store;

import health.consilium.consultation.ConsultationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table recording_cloud_run. */
@Repository
public class CloudRuns {
    private static final String SELECT =
            "select u.*, r.consultation from recording_cloud_run u join recording r on r.id = u.recording ";

    private final JdbcClient jdbc;

    CloudRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One unbroken run of the service's recorder.
     *
     * @param film the service's name for what became of it, once it told so
     * @param toldAt when that was
     */
    public record Run(
            UUID recording,
            ConsultationId consultation,
            int take,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String film,
            @Nullable Instant toldAt) {}

    /** Why a film will never be here. */
    public enum Lost {
        /** The service does not have it any more. */
        GONE,
        /** There was no room for it, for too long. */
        NO_ROOM,
        /** Not everybody had agreed to all of it. */
        NOT_AGREED
    }

    /** What was recorded by a service and is not here. */
    public record Missing(Instant from, Instant to, Lost why) {}

    public void began(UUID recording, int take, Instant now) {
        jdbc.sql("insert into recording_cloud_run (recording, take, began_at) values (?, ?, ?)")
                .params(recording, take, utc(now))
                .update();
    }

    /** A run that nobody wrote down when it began, known by the film it made. */
    public void found(UUID recording, int take, String film, Instant from, Instant to) {
        jdbc.sql("insert into recording_cloud_run (recording, take, film, began_at, ended_at, told_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(recording, take, film, utc(from), utc(to), utc(to))
                .update();
    }

    /** The film was of another run; its own may still come. */
    public void hasNoFilm(Run run) {
        jdbc.sql("update recording_cloud_run set film = null, told_at = null where recording = ? and take = ?")
                .params(run.recording(), run.take())
                .update();
    }

    public void ended(Run run, Instant now) {
        jdbc.sql("update recording_cloud_run set ended_at = coalesce(ended_at, ?) where recording = ? and take = ?")
                .params(utc(now), run.recording(), run.take())
                .update();
    }

    /** Those that should record, and of which nobody has seen yet that they do. */
    public List<Run> unsure() {
        return jdbc.sql(SELECT + "where u.ended_at is null and u.sure_at is null and r.phase = 'RECORDING'")
                .query(CloudRuns::read)
                .list();
    }

    /** The service records. */
    public void sure(Run run, Instant now) {
        jdbc.sql("update recording_cloud_run set sure_at = coalesce(sure_at, ?) where recording = ? and take = ?")
                .params(utc(now), run.recording(), run.take())
                .update();
    }

    public Optional<Run> running(UUID recording) {
        return jdbc.sql(SELECT + "where u.recording = ? and u.ended_at is null")
                .param(recording)
                .query(CloudRuns::read)
                .optional();
    }

    /** Those that go on although their recording does not. */
    public List<UUID> astray() {
        return jdbc.sql("select u.recording from recording_cloud_run u join recording r on r.id = u.recording"
                        + " where u.ended_at is null and r.phase <> 'RECORDING'")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Gives a film to the run it came from: the first of this consultation that has none and began before it was ready. */
    public void told(ConsultationId consultation, String film, Instant readyAt, Instant now) {
        jdbc.sql(
                        "update recording_cloud_run u set film = :film, told_at = :now where not exists"
                                + " (select 1 from recording_cloud_run known where known.film = :film)"
                                + " and (u.recording, u.take) = (select f.recording, f.take from recording_cloud_run f"
                                + " join recording r on r.id = f.recording where r.consultation = :consultation"
                                + " and f.film is null and f.settled_at is null and f.began_at <= :ready order by f.began_at limit 1)")
                .param("film", film)
                .param("consultation", consultation.value())
                .param("ready", utc(readyAt))
                .param("now", utc(now))
                .update();
    }

    /**
     * Gives the film to another run when it began during that one: a run that came to nothing had taken it.
     *
     * @return whether it did
     */
    @Transactional
    public boolean movedTo(Run run, Instant filmBegan) {
        Optional<Run> other = jdbc.sql(SELECT + "where r.consultation = :consultation and u.film is null"
                        + " and u.settled_at is null and u.began_at <= :early and (u.ended_at is null or u.ended_at >= :late)"
                        + " and not exists (select 1 from recording_cloud_run o where o.recording = :recording and o.take = :take"
                        + " and o.began_at <= :early and (o.ended_at is null or o.ended_at >= :late))"
                        + " order by u.began_at limit 1")
                .param("consultation", run.consultation().value())
                .param("recording", run.recording())
                .param("take", run.take())
                .param("early", utc(filmBegan.plusSeconds(1)))
                .param("late", utc(filmBegan.minusSeconds(1)))
                .query(CloudRuns::read)
                .optional();
        other.ifPresent(right -> {
            String sql = "update recording_cloud_run set film = ?, told_at = ? where recording = ? and take = ?";
            jdbc.sql(sql)
                    .params(Arrays.asList(null, null, run.recording(), run.take()))
                    .update();
            jdbc.sql(sql)
                    .params(
                            Objects.requireNonNull(run.film()),
                            utc(Objects.requireNonNull(run.toldAt())),
                            right.recording(),
                            right.take())
                    .update();
        });
        return other.isPresent();
    }

    public Optional<Run> ofFilm(String film) {
        return jdbc.sql(SELECT + "where u.film = ?")
                .param(film)
                .query(CloudRuns::read)
                .optional();
    }

    /** Those whose film lies ready and has not been fetched. */
    public List<Run> ready() {
        return jdbc.sql(SELECT + "where u.film is not null and u.settled_at is null order by u.began_at")
                .query(CloudRuns::read)
                .list();
    }

    /** Whether this film still waits. */
    public Optional<Run> ready(String film) {
        return jdbc.sql(SELECT + "where u.film = ? and u.settled_at is null")
                .param(film)
                .query(CloudRuns::read)
                .optional();
    }

    public void lost(Run run, Lost why) {
        jdbc.sql("update recording_cloud_run set lost = ? where recording = ? and take = ?")
                .params(why.name(), run.recording(), run.take())
                .update();
    }

    /** In the order of time. */
    public List<Missing> missing(UUID recording) {
        return jdbc.sql("select began_at, ended_at, lost from recording_cloud_run"
                        + " where recording = ? and lost is not null and ended_at is not null order by began_at")
                .param(recording)
                .query((row, n) -> new Missing(
                        instant(row, "began_at"), instant(row, "ended_at"), Lost.valueOf(row.getString("lost"))))
                .list();
    }

    /** Its film is here, or will never be. */
    public void settled(Run run, Instant now) {
        jdbc.sql("update recording_cloud_run set settled_at = ? where recording = ? and take = ?")
                .params(utc(now), run.recording(), run.take())
                .update();
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("recording", UUID.class),
                new ConsultationId(row.getObject("consultation", UUID.class)),
                row.getInt("take"),
                instant(row, "began_at"),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"),
                row.getString("film"),
                row.getObject("told_at") == null ? null : instant(row, "told_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
