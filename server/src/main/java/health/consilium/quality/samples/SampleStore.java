package health.consilium.quality.samples;

import health.consilium.consultation.ConsultationId;
import health.consilium.quality.domain.Measure;
import health.consilium.quality.domain.Reading;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table quality_samples: one row a person and minute, one array a measure (docs/adr/0007). */
@Repository
class SampleStore {
    private static final Measure[] MEASURES = Measure.values();
    private static final String COLUMNS =
            Arrays.stream(MEASURES).map(Measure::column).collect(Collectors.joining(", "));
    private static final String INSERT = "insert into quality_samples (consultation, person, began_at, offsets, "
            + COLUMNS + ") values (?, ?, ?, ?" + ", ?".repeat(MEASURES.length) + ") on conflict do nothing";
    /** Offsets are tenths of a second. */
    private static final int TENTH = 100;

    private final JdbcTemplate jdbc;

    SampleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All or nothing, whatever becomes of the caller's transaction: the buffer has let go of them. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void insert(List<Chunk> chunks) {
        jdbc.batchUpdate(INSERT, chunks, chunks.size(), SampleStore::bind);
    }

    private static void bind(PreparedStatement row, Chunk chunk) throws SQLException {
        Connection connection = row.getConnection();
        Instant began = chunk.readings().getFirst().at();
        row.setObject(1, chunk.consultation().value());
        row.setObject(2, chunk.person().value());
        row.setObject(3, began.atOffset(ZoneOffset.UTC));
        row.setArray(4, array(connection, chunk, reading ->
                (short) (Duration.between(began, reading.at()).toMillis() / TENTH)));
        for (Measure measure : MEASURES) {
            row.setArray(5 + measure.ordinal(), array(connection, chunk, reading -> {
                short code = reading.code(measure);
                return code == Measure.MISSING ? null : Short.valueOf(code);
            }));
        }
    }

    private static Array array(Connection connection, Chunk chunk, Function<Reading, @Nullable Short> number)
            throws SQLException {
        return connection.createArrayOf(
                "int2", chunk.readings().stream().map(number).toArray(Short[]::new));
    }

    /** Everybody's samples of one consultation, in order. */
    Map<UUID, List<Reading>> of(ConsultationId consultation) {
        Map<UUID, List<Reading>> people = new TreeMap<>();
        jdbc.query(
                "select * from quality_samples where consultation = ? order by began_at",
                row -> {
                    people.computeIfAbsent(row.getObject("person", UUID.class), p -> new ArrayList<>())
                            .addAll(readings(row));
                },
                consultation.value());
        return people;
    }

    private static List<Reading> readings(ResultSet row) throws SQLException {
        Instant began = row.getObject("began_at", OffsetDateTime.class).toInstant();
        @Nullable Short[] offsets = numbers(row, "offsets");
        List<short[]> codes = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            codes.add(new short[MEASURES.length]);
        }
        for (Measure measure : MEASURES) {
            @Nullable Short[] column = numbers(row, measure.column());
            for (int i = 0; i < codes.size(); i++) {
                // A measure that was added later is not in older rows.
                Short code = i < column.length ? column[i] : null;
                codes.get(i)[measure.ordinal()] = code == null ? Measure.MISSING : code;
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Short offset = offsets[i];
            readings.add(Reading.kept(began.plusMillis(offset == null ? 0 : (long) offset * TENTH), codes.get(i)));
        }
        return readings;
    }

    private static @Nullable Short[] numbers(ResultSet row, String column) throws SQLException {
        return (Short[]) row.getArray(column).getArray();
    }
}
