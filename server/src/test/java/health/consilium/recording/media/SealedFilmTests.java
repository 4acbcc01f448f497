package health.consilium.recording.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.kernel.DataDirectory;
import health.consilium.notification.mail.Opened;
import health.consilium.notification.store.MailboxStore;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.FilmStore;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R7: what is complete is read once, soon after its end; whoever watches later waits for nothing. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class SealedFilmTests {
    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Films films;

    @Autowired
    private FilmSealing sealing;

    @Autowired
    private FilmStore store;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MailboxStore mailbox;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MutableClock clock;

    private Two two;
    private UUID recording;
    private int take;
    private Instant began;

    @BeforeEach
    void itRecords() {
        two = calls.bothAreHere();
        recording = calls.records(two);
        take = calls.takes(two, recording);
        began = clock.instant();
        clock.advance(Duration.ofSeconds(10));
    }

    private void uploaded(List<byte[]> parts, int from, int to) {
        for (int i = from; i < to; i++) {
            Instant at = began.plusMillis(i * 100L);
            calls.keeps(two, recording, take, i, i == parts.size() - 1, at, at.plusMillis(100), parts.get(i));
        }
    }

    private boolean unsealed() {
        return store.unsealed(clock.instant().minus(Duration.ofDays(1))).contains(recording);
    }

    @Test
    @DisplayName(
            "it is sealed when it is over and nothing is on its way any more, and again when a part came after all")
    void whenComplete() {
        List<byte[]> parts = SyntheticWebm.ofSeconds(4, 50);
        uploaded(parts, 0, 3);
        assertThat(unsealed()).as("while it goes on").isFalse();
        recordings.stop(recording, two.call(), two.doctor().id());
        assertThat(unsealed()).as("while the last part is on its way").isFalse();
        clock.advance(Duration.ofHours(23));
        uploaded(parts, 3, 4);
        assertThat(unsealed()).isTrue();
        sealing.sealWhatIsComplete();
        assertThat(unsealed()).isFalse();
        assertThat(films.of(recording).file().duration()).isBetween(3_800L, 4_000L);
    }

    @Test
    @DisplayName("R6: a recording that cannot be read keeps no other one from being sealed")
    void oneOddOne() {
        uploaded(SyntheticWebm.ofSeconds(2, 50), 0, 2);
        recordings.stop(recording, two.call(), two.doctor().id());
        UUID odd = recording;
        jdbc.sql("update recording_segment set size = size + 1 where recording = ?")
                .param(odd)
                .update();
        try {
            itRecords();
            uploaded(SyntheticWebm.ofSeconds(2, 50), 0, 2);
            recordings.stop(recording, two.call(), two.doctor().id());
            sealing.sealWhatIsComplete();
            assertThat(unsealed()).isFalse();
            assertThat(store.unsealed(clock.instant().minus(Duration.ofDays(1))))
                    .contains(odd);
        } finally {
            jdbc.sql("update recording set phase = 'DELETED' where id = ?")
                    .param(odd)
                    .update();
        }
    }

    @Test
    @DisplayName("from then on a range reads only the parts in which it lies, also after a restart")
    void onlyWhatIsTouched() throws IOException {
        List<byte[]> parts = SyntheticWebm.ofSeconds(10, 300);
        uploaded(parts, 0, 10);
        recordings.stop(recording, two.call(), two.doctor().id());
        sealing.sealWhatIsComplete();
        gone(5);
        Films.Film film = films.of(recording);
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        film.file().write(film.recorded(), 0, 3_000, start);
        assertThat(start.size()).isEqualTo(3_000);
        assertThat(film.file().duration()).isBetween(9_800L, 10_000L);
    }

    @Test
    @DisplayName(
            "A3: when it can be watched, those two are told, once, and other systems hear of it; a part that comes later tells nobody anew")
    void told() {
        UUID webhook = UUID.randomUUID();
        jdbc.sql("insert into webhook_endpoint (id, url, description, events, state, created_at, created_by)"
                        + " values (?, 'https://hook.example', '', '{recording.ready}', 'ON', now(), ?)")
                .params(webhook, webhook)
                .update();
        List<byte[]> parts = SyntheticWebm.ofSeconds(4, 50);
        uploaded(parts, 0, 3);
        recordings.stop(recording, two.call(), two.doctor().id());
        sealing.sealWhatIsComplete();
        assertThat(news()).as("while the last part is on its way").isEmpty();
        uploaded(parts, 3, 4);
        sealing.sealWhatIsComplete();
        jdbc.sql("delete from recording_film where recording = ?")
                .param(recording)
                .update();
        sealing.sealWhatIsComplete();
        assertThat(news())
                .containsExactlyInAnyOrder(
                        two.patient().id() + " MAIL",
                        two.patient().id() + " APP",
                        two.doctor().id() + " APP");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(jdbc.sql("select type || ' ' || body from webhook_delivery where endpoint = ?")
                                        .param(webhook)
                                        .query(String.class)
                                        .list())
                                .singleElement()
                                .asString()
                                .startsWith("recording.ready ")
                                .contains(recording.toString()));
        jdbc.sql("delete from webhook_endpoint where id = ?").param(webhook).update();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mails())
                        .singleElement()
                        .asString()
                        .contains("The recording of your appointment is ready", "/l#")
                        .doesNotContain("A test of everything"));
    }

    @Test
    @DisplayName("R9: what was deleted before the mail left is not announced any more")
    void deletedMeanwhile() {
        uploaded(SyntheticWebm.ofSeconds(1, 50), 0, 1);
        recordings.stop(recording, two.call(), two.doctor().id());
        transactions.executeWithoutResult(status -> {
            sealing.sealWhatIsComplete();
            jdbc.sql("delete from recording_key where recording = ?")
                    .param(recording)
                    .update();
        });
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "select problem from notification_message where subject = ? and channel = 'MAIL'")
                                .param(recording)
                                .query(String.class)
                                .list())
                        .containsExactly("OUTDATED"));
        assertThat(mails()).isEmpty();
    }

    private List<String> news() {
        return jdbc.sql("select person || ' ' || channel from notification_message where subject = ?"
                        + " and kind = 'RECORDING_READY'")
                .param(recording)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> mails() {
        // Timers look what is due as time goes by.
        clock.advance(Duration.ofMillis(200));
        return mailbox.latest(500).stream()
                .map(kept -> Opened.of(kept.mime()))
                .filter(mail -> mail.to().equals(two.patient().email())
                        && mail.subject().contains("something new"))
                .map(Opened::text)
                .toList();
    }

    /** Whoever read everything would notice. */
    private void gone(int index) throws IOException {
        UUID name = jdbc.sql("select name from recording_segment where recording = ? and index = ?")
                .params(recording, index)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        Path folder = data.root().resolve("recordings").resolve(recording.toString());
        Files.delete(folder.resolve(name.toString()));
    }
}
