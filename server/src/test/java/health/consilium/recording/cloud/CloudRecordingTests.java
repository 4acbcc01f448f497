package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Reason;
import health.consilium.testing.FakeProvider;
import health.consilium.testing.FakeProvider.Made;
import health.consilium.testing.RecordedCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A8, R1: where the service that carries the call records, it does so by the same consent, and its film comes home. */
class CloudRecordingTests extends RecordedByService {
    @Test
    @DisplayName("it begins with the last yes and not before, and everybody read which service records")
    void begins() {
        UUID id = recordings
                .request(two.call(), two.doctor().id(), RecordedCalls.READ)
                .id();
        assertThat(service.recording).doesNotContain(room);
        assertThat(recording(id).service()).isEqualTo("Fake Video");
        recordings.answer(id, two.call(), two.patient().id(), true, RecordedCalls.READ);
        await().untilAsserted(() -> assertThat(service.recording).containsOnlyOnce(room));
        assertThat(recording(id).recorder()).isEmpty();
    }

    @Test
    @DisplayName("whoever leaves pauses it, whoever comes back lets it go on: a take each")
    void pauses() {
        UUID id = records();
        consultations.left(two.call(), two.patient().id());
        await().untilAsserted(() -> assertThat(service.recording).doesNotContain(room));
        consultations.arrived(two.call(), two.patient().id());
        await().untilAsserted(() -> assertThat(service.recording).containsOnlyOnce(room));
        await().untilAsserted(
                        () -> assertThat(runs.running(id).orElseThrow().take()).isEqualTo(2));
    }

    @Test
    @DisplayName("the film is fetched, can be watched as it was made, and is deleted at the service")
    void comesHome() throws Exception {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        assertThat(progress.arriving(recording(id))).isTrue();
        byte[] made = bytes(2_600_000);
        ready(new Made(made, made.length, began.plusSeconds(2), Duration.ofSeconds(58)));
        films.fetchWhatIsReady();
        assertThat(progress.arriving(recording(id))).isFalse();
        assertThat(watched(id)).isEqualTo(made);
        assertThat(watch.of(id).file().duration()).isEqualTo(58_000);
        assertThat(service.deleted).containsOnlyOnce(film);
        assertThat(runs.ready(film)).isEmpty();
    }

    @Test
    @DisplayName("a film that breaks off is fetched again, and nothing of it is there twice")
    void breaksOff() throws Exception {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        byte[] made = bytes(1_500_000);
        byte[] half = java.util.Arrays.copyOf(made, 1_200_000);
        ready(new Made(half, made.length, began.plusSeconds(1), Duration.ofSeconds(50)));
        films.fetchWhatIsReady();
        assertThat(progress.arriving(recording(id))).isTrue();
        assertThat(service.deleted).doesNotContain(film);
        service.films.put(film, new Made(made, made.length, began.plusSeconds(1), Duration.ofSeconds(50)));
        clock.advance(CloudFilms.AGAIN_AFTER.minusMillis(1));
        films.fetchWhatIsReady();
        assertThat(progress.arriving(recording(id))).isTrue();
        clock.advance(Duration.ofMillis(1));
        films.fetchWhatIsReady();
        assertThat(watched(id)).isEqualTo(made);
    }

    @Test
    @DisplayName(
            "a service that does not answer when it should delete is asked again, and what came is not there twice")
    void deletedLater() throws Exception {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        byte[] made = bytes(1_000);
        service.stuck.add(film);
        ready(new Made(made, made.length, began.plusSeconds(1), Duration.ofSeconds(50)));
        films.fetchWhatIsReady();
        assertThat(runs.ready(film)).isPresent();
        service.stuck.remove(film);
        clock.advance(CloudFilms.AGAIN_AFTER);
        films.fetchWhatIsReady();
        assertThat(service.deleted).containsOnlyOnce(film);
        assertThat(watched(id)).isEqualTo(made);
    }

    @Test
    @DisplayName("fetched by many at once, a film comes once and is deleted once")
    void race() throws Exception {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        byte[] made = bytes(1_100_000);
        ready(new Made(made, made.length, began.plusSeconds(1), Duration.ofSeconds(50)));
        atOnce(films::fetchWhatIsReady);
        assertThat(service.fetched).containsOnlyOnce(film);
        assertThat(service.deleted).containsOnlyOnce(film);
        assertThat(watched(id)).isEqualTo(made);
    }

    @Test
    @DisplayName("R1: the service begins anew while everybody agrees, after a reload, say: each film is a take")
    void secondFilm() {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        ready(film, made(began.plusSeconds(1), 20));
        ready(film + "-2", made(began.plusSeconds(25), 20));
        stop(id);
        ready(film + "-3", made(began.plusSeconds(50), 15));
        fetchedUntil(id, 3);
        await().untilAsserted(() -> assertThat(service.deleted).contains(film, film + "-2", film + "-3"));
        await().untilAsserted(() -> assertThat(progress.arriving(recording(id))).isFalse());
    }

    @Test
    @DisplayName("R1: of two films of one recording the one that reaches past a no goes unseen, the other one stays")
    void oneOfTwo() {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        recordings.answer(id, two.call(), two.patient().id(), false, RecordedCalls.READ);
        await().untilAsserted(() -> assertThat(runs.running(id)).isEmpty());
        clock.advance(MINUTE);
        ready(film, made(began.plusSeconds(40), 60));
        ready(film + "-2", made(began.plusSeconds(1), 30));
        ready(film + "-3", made(began.plusSeconds(70), 5));
        fetchedUntil(id, 1);
        await().untilAsserted(() -> assertThat(service.deleted).contains(film, film + "-2", film + "-3"));
        assertThat(parts(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("R1: a film of the first recording that is told of during the second belongs to the first")
    void ofTheOneBefore() {
        UUID first = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        ready(film, made(began.plusSeconds(1), 20));
        stop(first);
        clock.advance(MINUTE);
        UUID second = records();
        Instant again = clock.instant();
        clock.advance(MINUTE);
        ready(film + "-2", made(began.plusSeconds(25), 20));
        fetchedUntil(first, 2);
        stop(second);
        ready(film + "-3", made(again.plusSeconds(1), 20));
        fetchedUntil(second, 1);
    }

    @Test
    @DisplayName(
            "what nobody asked to record is deleted later where the service does not answer at once, and once by however many")
    void unaskedRace() throws Exception {
        service.stuck.add(film);
        events.receive(new ProviderEvent.RecordingReady(FakeProvider.NAME, film, room, film, clock.instant()));
        await().untilAsserted(() -> assertThat(films.isUnasked(film)).isTrue());
        service.stuck.remove(film);
        atOnce(films::fetchWhatIsReady);
        assertThat(service.deleted).containsOnlyOnce(film);
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false"})
    @DisplayName(
            "R1: of what was recorded after somebody took their consent back, half a second is the most: else nothing is kept")
    void withdrawn(long millis, boolean kept) {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        recordings.answer(id, two.call(), two.patient().id(), false, RecordedCalls.READ);
        await().untilAsserted(() -> assertThat(service.recording).doesNotContain(room));
        clock.advance(MINUTE);
        ready(new Made(
                bytes(10), 10, began.plusSeconds(1), Duration.ofSeconds(59).plusMillis(millis)));
        films.fetchWhatIsReady();
        assertThat(service.deleted).containsOnlyOnce(film);
        assertThat(progress.arriving(recording(id))).isFalse();
        if (kept) {
            assertThat(watch.of(id).file().size()).isEqualTo(10);
        } else {
            assertThatThrownBy(() -> watch.of(id)).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"10000, true", "10001, false"})
    @DisplayName("where the doctor stopped it nobody was against it, and the service may run on for ten seconds")
    void runsOn(long millis, boolean kept) {
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        clock.advance(MINUTE);
        ready(new Made(
                bytes(10), 10, began.plusSeconds(1), Duration.ofSeconds(59).plusMillis(millis)));
        films.fetchWhatIsReady();
        assertThat(parts(id)).isEqualTo(kept ? 1 : 0);
    }

    @Test
    @DisplayName("a film of a time before everybody had agreed is not kept")
    void tooEarly() {
        clock.advance(MINUTE);
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        ready(new Made(bytes(10), 10, began.minusSeconds(1), Duration.ofSeconds(30)));
        films.fetchWhatIsReady();
        assertThatThrownBy(() -> watch.of(id)).isInstanceOf(Problem.class);
        assertThat(service.deleted).containsOnlyOnce(film);
    }

    @Test
    @DisplayName("a service that does not begin is said: the recording stops, the conversation goes on")
    void doesNotBegin() {
        service.down = true;
        UUID id = calls.records(two);
        await().untilAsserted(() -> assertThat(recording(id).phase()).isEqualTo(Phase.STOPPED));
        assertThat(recording(id).reason()).isEqualTo(Reason.SERVICE_FAILED);
        assertThat(consultations.find(two.call()).orElseThrow().ended()).isFalse();
    }

    @Test
    @DisplayName("a service that breaks off is said, too, and told to stop")
    void breaks() {
        UUID id = records();
        events.receive(new ProviderEvent.RecordingBroke(FakeProvider.NAME, "broke-" + room, room, clock.instant()));
        await().untilAsserted(() -> assertThat(recording(id).phase()).isEqualTo(Phase.STOPPED));
        assertThat(recording(id).reason()).isEqualTo(Reason.SERVICE_FAILED);
        await().untilAsserted(() -> assertThat(service.recording).doesNotContain(room));
    }

    @Test
    @DisplayName(
            "a service that only the doctor's page can switch: that page says that it does not record, no other page can")
    void thePageSays() {
        UUID id = records();
        recordings.able(id, two.call(), two.patient().id(), false);
        recordings.able(id, two.call(), two.doctor().id(), true);
        assertThat(recording(id).phase()).isEqualTo(Phase.RECORDING);
        recordings.able(id, two.call(), two.doctor().id(), false);
        assertThat(recording(id).phase()).isEqualTo(Phase.STOPPED);
        assertThat(recording(id).reason()).isEqualTo(Reason.SERVICE_FAILED);
    }

    @Test
    @DisplayName("a service that did not hear that it should stop is told again")
    void stopsLater() {
        UUID id = records();
        service.down = true;
        recordings.stop(id, two.call(), two.doctor().id());
        assertThat(service.recording).contains(room);
        await().untilAsserted(() -> assertThat(runs.astray()).contains(id));
        service.down = false;
        recorder.stopWhatShouldNotRun();
        assertThat(service.recording).doesNotContain(room);
        assertThat(runs.astray()).doesNotContain(id);
    }

    @Test
    @DisplayName("a run that came to nothing keeps no film that belongs to the next one")
    void theRightRun() throws Exception {
        UUID nothing = records();
        clock.advance(MINUTE);
        stop(nothing);
        clock.advance(MINUTE);
        UUID id = records();
        Instant began = clock.instant();
        clock.advance(MINUTE);
        stop(id);
        byte[] made = bytes(100);
        ready(new Made(made, made.length, began.plusSeconds(1), Duration.ofSeconds(50)));
        films.fetchWhatIsReady();
        films.fetchWhatIsReady();
        assertThat(watched(id)).isEqualTo(made);
        assertThatThrownBy(() -> watch.of(nothing)).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("what nobody asked to record is deleted at the service and never fetched")
    void unasked() {
        ready(new Made(bytes(10), 10, clock.instant(), Duration.ofSeconds(5)));
        await().untilAsserted(() -> assertThat(service.deleted).containsOnlyOnce(film));
        assertThat(runs.ofFilm(film)).isEmpty();
    }

    @Test
    @DisplayName("the film of a recording that was erased meanwhile is deleted at the service, too")
    void erased() {
        UUID id = records();
        stop(id);
        store.deleted(id);
        ready(new Made(bytes(10), 10, clock.instant(), Duration.ofSeconds(5)));
        films.fetchWhatIsReady();
        assertThat(service.deleted).containsOnlyOnce(film);
        assertThatThrownBy(() -> watch.of(id))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
