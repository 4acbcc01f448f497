package health.consilium.conferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.conferencing.store.RoomStore;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.FakeProvider;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RoomsTests {
    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomStore store;

    @Autowired
    private FakeProvider provider;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final UUID consultation = UUID.randomUUID();
    private Instant now;

    @BeforeEach
    void upAgain() {
        provider.down = false;
        now = clock.instant();
    }

    @Test
    @DisplayName("A8: whoever comes in first decides on the provider, and the setting of later days is for others")
    void pinned() {
        rooms.admit(window(30), somebody());
        Room room = rooms.of(consultation).orElseThrow();
        assertThat(room.provider()).isEqualTo("builtin");
        carriedByTheFake();
        rooms.admit(window(30), somebody());
        assertThat(rooms.of(consultation)).contains(new Room(FakeProvider.NAME, room.name(), room.url()));
        assertThat(provider.admitted).isNotEmpty();
    }

    @Test
    @DisplayName("H5: a name of 160 secret bits, the same each time and small letters only")
    void names() {
        String name = room().name();
        assertThat(name).matches("room-[0-9a-f]{40}");
        assertThat(room().name()).isEqualTo(name);
        assertThat(store.find("builtin", name.toUpperCase(java.util.Locale.ROOT)))
                .isPresent();
    }

    @Test
    @DisplayName("A8: twenty who come in at once have one room")
    void race() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(() -> rooms.admit(window(30), somebody()).roomName());
            }
            List<String> names = new ArrayList<>();
            for (var answer : pool.invokeAll(all)) {
                names.add(answer.get());
            }
            assertThat(names).hasSize(20).containsOnly(names.getFirst());
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    @DisplayName("A8: a provider that is away decides nothing: the room is kept only once it is there")
    void away() {
        room();
        carriedByTheFake();
        provider.down = true;
        assertThatThrownBy(() -> rooms.admit(window(45), somebody()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE));
        assertThat(store.find(consultation).orElseThrow().endsAt())
                .isEqualTo(window(30).endsAt());
        provider.down = false;
        rooms.admit(window(45), somebody());
        assertThat(store.find(consultation).orElseThrow().endsAt())
                .isEqualTo(window(45).endsAt());
    }

    @Test
    @DisplayName("A8: an open room is made to fit an end that has moved, and nobody is asked when it fits")
    void fit() {
        room();
        carriedByTheFake();
        rooms.fit(window(30));
        assertThat(opened()).isEmpty();
        rooms.fit(window(45));
        assertThat(opened())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.endsAt()).isEqualTo(window(45).endsAt()));
        rooms.fit(new CallWindow(UUID.randomUUID(), UUID.randomUUID(), now, now.plusSeconds(60)));
        assertThat(opened()).hasSize(1);
    }

    @Test
    @DisplayName("A8: a room that was deleted at its provider is made again there, whatever the setting is by now")
    void deletedThere() {
        room();
        carriedByTheFake();
        String name = rooms.of(consultation).orElseThrow().name();
        provider.lost.add(name);
        assertThat(rooms.admit(window(30), somebody()).roomName()).isEqualTo(name);
        assertThat(opened())
                .singleElement()
                .satisfies(request -> assertThat(request.name()).isEqualTo(name));
    }

    @Test
    @DisplayName("H5: the doctor may let the provider record where it is the provider that records, the patient never")
    void recordingRight() {
        room();
        carriedByTheFake();
        Admission doctor = new Admission(UUID.randomUUID(), "Dr. Test", true, now, now.plusSeconds(60));
        Admission patient = somebody();
        rooms.admit(window(30), doctor);
        rooms.admit(window(30), patient);
        assertThat(records(doctor)).isTrue();
        assertThat(records(patient)).isFalse();
    }

    private boolean records(Admission admission) {
        return provider.admitted.stream()
                .filter(one -> one.person().equals(admission.person()))
                .findFirst()
                .orElseThrow()
                .records();
    }

    /** By this consultation: others are watched over meanwhile, too. */
    private List<RoomRequest> opened() {
        return provider.opened.stream()
                .filter(request -> request.consultation().equals(consultation))
                .toList();
    }

    @Test
    @DisplayName("A8: a room is open from its opening on and before its end, and not when it was closed")
    void openAt() {
        room();
        var booked = store.find(consultation).orElseThrow();
        CallWindow window = window(30);
        assertThat(booked.openAt(window.opensAt().minusMillis(1))).isFalse();
        assertThat(booked.openAt(window.opensAt())).isTrue();
        assertThat(booked.openAt(window.endsAt().minusMillis(1))).isTrue();
        assertThat(booked.openAt(window.endsAt())).isFalse();
        rooms.close(consultation);
        assertThat(store.find(consultation).orElseThrow().openAt(window.opensAt()))
                .isFalse();
    }

    private Room room() {
        rooms.admit(window(30), somebody());
        return rooms.of(consultation).orElseThrow();
    }

    private CallWindow window(int minutes) {
        return new CallWindow(consultation, consultation, now, now.plus(Duration.ofMinutes(minutes)));
    }

    private Admission somebody() {
        return new Admission(UUID.randomUUID(), "Test Person", false, now, now.plusSeconds(60));
    }

    private void carriedByTheFake() {
        jdbc.sql("update conferencing_room set provider = ? where consultation = ?")
                .params(FakeProvider.NAME, consultation)
                .update();
    }

    private int rows() {
        return jdbc.sql("select count(*) from conferencing_room where consultation = ?")
                .param(consultation)
                .query(Integer.class)
                .single();
    }
}
