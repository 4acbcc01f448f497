package health.consilium.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.UserId;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentFinder.Over;
import health.consilium.scheduling.AppointmentFinder.Page;
import health.consilium.scheduling.AppointmentFinder.Wanted;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.testing.CountedRows;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A7: searching a clinic of ten years reads a page, and not the ten years. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class FinderStoreTests {
    private static final int MANY = 10_000;
    private static final int SIZE = 25;
    private static final Instant FIRST = Instant.parse("2020-01-06T08:00:00Z");

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final UserId doctor = new UserId(UUID.randomUUID());
    private final UserId patient = new UserId(UUID.randomUUID());
    private CountedRows counted;
    private FinderStore finder;

    @BeforeEach
    void tenYears() {
        jdbc.sql("insert into scheduling_appointment (id, patient, doctor, starts_at, ends_at, blocked_until, reason,"
                        + " status, created_at) select gen_random_uuid(), case when i % 100 = 0 then ? else"
                        + " gen_random_uuid() end, ?, at, at + interval '30 minutes', at + interval '30 minutes', '',"
                        + " 'COMPLETED', at from generate_series(0, ? - 1) i, lateral (select ?::timestamptz"
                        + " + i * interval '8 hours' as at) times")
                .params(patient.value(), doctor.value(), MANY, FIRST.atOffset(ZoneOffset.UTC))
                .update();
        counted = new CountedRows(database);
        finder = new FinderStore(JdbcClient.create(counted.database()), clock);
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from scheduling_appointment where doctor = ?")
                .param(doctor.value())
                .update();
    }

    private Page asked(@Nullable UserId of, @Nullable Instant from, int page) {
        Set<UserId> people = of == null ? null : Set.of(of);
        return finder.find(
                new Wanted(people, doctor, from, null, AppointmentStatus.COMPLETED, null, null, null), page, SIZE);
    }

    @Test
    @DisplayName("A7: of ten thousand that fit, a page and their number come from the database: 26 rows")
    void onePage() {
        Page latest = asked(null, null, 0);
        assertThat(latest.total()).isEqualTo(MANY);
        assertThat(latest.pages()).isEqualTo(MANY / SIZE);
        assertThat(latest.items())
                .hasSize(SIZE)
                .isSortedAccordingTo(Comparator.comparing(Appointment::start).reversed());
        assertThat(counted.rows()).isEqualTo(SIZE + 1);
        Page beyond = asked(null, null, Integer.MAX_VALUE);
        assertThat(beyond.page()).isEqualTo(beyond.pages() - 1);
        assertThat(beyond.items().getLast().start()).isEqualTo(FIRST);
        assertThat(counted.rows()).isEqualTo(2 * (SIZE + 1));
    }

    @Test
    @DisplayName("A7: of one patient, from a day on, in its order; the pages hold each of them once")
    void ofOne() {
        Instant from = FIRST.plusSeconds(1);
        Page first = asked(patient, from, 0);
        assertThat(first.total()).isEqualTo(MANY / 100 - 1);
        assertThat(first.items()).isSortedAccordingTo(Comparator.comparing(Appointment::start));
        long distinct = java.util.stream.IntStream.range(0, first.pages())
                .mapToObj(page -> asked(patient, from, page).items())
                .flatMap(java.util.List::stream)
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(first.total());
        assertThat(counted.rows()).isEqualTo(first.total() + first.pages() + 1 + SIZE);
    }

    private Page over(Instant at, Set<AppointmentId> also, Set<AppointmentId> not, int page) {
        return finder.find(
                new Wanted(null, doctor, FIRST, null, null, null, null, new Over(at, also, not)), page, SIZE);
    }

    @Test
    @DisplayName(
            "L7: what is over by its end or by who knows better, the latest first, is a page of the database's, too")
    void whatIsOver() {
        Instant end = FIRST.plusSeconds(1_800);
        assertThat(over(end.minusMillis(1), Set.of(), Set.of(), 0).total()).isZero();
        assertThat(over(end.plusMillis(1), Set.of(), Set.of(), 0).total()).isOne();
        Page first = over(end, Set.of(), Set.of(), 0);
        assertThat(first.items()).singleElement().extracting(Appointment::start).isEqualTo(FIRST);
        AppointmentId held = first.items().getFirst().id();
        assertThat(over(end, Set.of(), Set.of(held), 0).total()).isZero();
        assertThat(over(end.minusMillis(1), Set.of(held), Set.of(), 0).total()).isOne();
        int before = counted.rows();
        Page all = over(end.plus(Duration.ofDays(20_000)), Set.of(), Set.of(), 0);
        assertThat(all.total()).isEqualTo(MANY);
        assertThat(all.items())
                .isSortedAccordingTo(Comparator.comparing(Appointment::start).reversed());
        assertThat(counted.rows() - before).isEqualTo(SIZE + 1);
    }
}
