package health.consilium.conferencing.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables conferencing_stay and conferencing_told. */
@Repository
public class StayStore {
    private final JdbcClient jdbc;

    StayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stay that is not over, as far as anybody has told. */
    public record Stay(String session, @Nullable UUID person, Instant joinedAt) {}

    /** @return false when this was told before */
    public boolean firstTold(String provider, String key, Instant now) {
        return jdbc.sql(
                                "insert into conferencing_told (provider, key, told_at) values (?, ?, ?) on conflict do nothing")
                        .params(provider, key, utc(now))
                        .update()
                == 1;
    }

    /** @return whether that is news, and the stay is not over already: what came later may be told earlier */
    public boolean joined(UUID consultation, String session, @Nullable UUID person, Instant at) {
        return jdbc.sql("insert into conferencing_stay (consultation, session, person, joined_at)"
                        + " values (:consultation, :session, :person, :at)"
                        + " on conflict (consultation, session) do update set joined_at = excluded.joined_at,"
                        + " person = coalesce(conferencing_stay.person, excluded.person)"
                        + " where conferencing_stay.joined_at is null"
                        + " returning left_at is null")
                .param("consultation", consultation)
                .param("session", session)
                .param("person", person, java.sql.Types.OTHER)
                .param("at", utc(at))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Somebody is in whose stay was thought to be over. @return whether that is news */
    public boolean lastsAfterAll(UUID consultation, String session) {
        return jdbc.sql(
                                "update conferencing_stay set left_at = null"
                                        + " where consultation = ? and session = ? and joined_at is not null and left_at is not null")
                        .params(consultation, session)
                        .update()
                == 1;
    }

    /** @return whose stay is over by this; empty when that was known, or nobody knows whose it was */
    public Optional<UUID> left(UUID consultation, String session, @Nullable UUID person, Instant at) {
        return jdbc.sql("insert into conferencing_stay (consultation, session, person, left_at)"
                        + " values (:consultation, :session, :person, :at)"
                        + " on conflict (consultation, session) do update set left_at = excluded.left_at,"
                        + " person = coalesce(conferencing_stay.person, excluded.person)"
                        + " where conferencing_stay.left_at is null"
                        + " returning person")
                .param("consultation", consultation)
                .param("session", session)
                .param("person", person, java.sql.Types.OTHER)
                .param("at", utc(at))
                .query((row, number) -> Optional.ofNullable(row.getObject("person", UUID.class)))
                .optional()
                .flatMap(whose -> whose);
    }

    public List<Stay> lasting(UUID consultation) {
        return jdbc.sql("select session, person, joined_at from conferencing_stay"
                        + " where consultation = ? and left_at is null and joined_at is not null order by joined_at")
                .param(consultation)
                .query((row, number) -> new Stay(
                        row.getString("session"),
                        row.getObject("person", UUID.class),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
