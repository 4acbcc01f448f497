package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.recording.session.Recordings;
import health.consilium.recording.vault.Vault;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R7: what is due goes, also when another one cannot go now. */
@ServerTest
class EraseDueTests {
    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Erasure erasure;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private UUID due(Duration since) {
        Two two = calls.bothAreHere();
        UUID recording = calls.records(two);
        calls.keepsAPart(two, recording);
        recordings.stop(recording, two.call(), two.doctor().id());
        jdbc.sql("update recording set kept_days = 1, stopped_at = ? where id = ?")
                .params(clock.instant().minus(since).atOffset(ZoneOffset.UTC), recording)
                .update();
        return recording;
    }

    @Test
    @DisplayName("one that cannot be erased keeps no other one, and goes with the next run")
    void oneThatCannot() {
        UUID stuck = due(Duration.ofDays(3));
        UUID other = due(Duration.ofDays(2));
        jdbc.sql("create function key_stays() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'not now'; end $$")
                .update();
        try {
            jdbc.sql("create trigger key_stays before delete on recording_key for each row when (old.recording = '"
                            + stuck + "') execute function key_stays()")
                    .update();
            erasure.eraseDue();
        } finally {
            jdbc.sql("drop function key_stays() cascade").update();
        }
        assertThat(vault.of(stuck)).isPresent();
        assertThat(vault.of(other)).isEmpty();
        erasure.eraseDue();
        assertThat(vault.of(stuck)).isEmpty();
    }
}
