package health.consilium.recording.store;

import health.consilium.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table recording_access, and whether the patient may download. */
@Repository
public class AccessLog {
    /** A player asks for a file in many pieces: within this time they are one view. */
    private static final Duration ONE_VIEW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    AccessLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Access(UUID person, String kind) {}

    /** @param kind VIEW, DOWNLOAD, PICTURE, or CHECK: whether it is whole, seeing nothing of it */
    public void note(UUID recording, UserId who, String kind, Instant now) {
        jdbc.sql("insert into recording_access select :recording, :person, :kind, :now where not exists"
                        + " (select 1 from recording_access where recording = :recording and person = :person"
                        + " and kind = :kind and at > :since)")
                .param("recording", recording)
                .param("person", who.value())
                .param("kind", kind)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", now.minus(ONE_VIEW).atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Access> of(UUID recording) {
        return jdbc.sql("select person, kind from recording_access where recording = ? order by at")
                .param(recording)
                .query((row, n) -> new Access(row.getObject("person", UUID.class), row.getString("kind")))
                .list();
    }

    public boolean patientMayDownload(UUID recording) {
        return jdbc.sql("select patient_may_download from recording where id = ?")
                .param(recording)
                .query(Boolean.class)
                .single();
    }

    public void patientMayDownload(UUID recording, boolean may) {
        jdbc.sql("update recording set patient_may_download = ? where id = ?")
                .params(may, recording)
                .update();
    }
}
