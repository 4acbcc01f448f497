package health.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.ClientFrame.QualityReport;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages measure is kept, whatever they claim to have measured. */
@ServerTest
class QualityTests {
    private final ConsultationId call = new ConsultationId(UUID.randomUUID());
    private final List<ServerFrame> told = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Map<String, @Nullable Object> kept(
            @Nullable Double rtt, @Nullable String candidate, @Nullable Integer score) {
        new QualityHandler(jdbc, new Others(), clock)
                .handle(
                        new QualityReport(
                                UUID.randomUUID(),
                                1,
                                rtt,
                                null,
                                0.5,
                                null,
                                null,
                                null,
                                640,
                                480,
                                30.0,
                                candidate,
                                "none",
                                score),
                        new Reporter());
        return jdbc.sql("select * from quality_sample where consultation = ?")
                .param(call.value())
                .query()
                .singleRow();
    }

    @Test
    @DisplayName("a sample is one row, and the other side hears the score")
    void aSample() {
        Map<String, @Nullable Object> row = kept(24.5, "relay", 3);
        assertThat(row)
                .containsEntry("rtt", 24.5f)
                .containsEntry("loss_up", null)
                .containsEntry("loss_down", 0.5f)
                .containsEntry("candidate", "relay")
                .containsEntry("score", 3);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        ServerFrame.QualityPeer.class,
                        frame -> assertThat(frame.score()).isEqualTo(3));
    }

    @Test
    @DisplayName("absurd numbers and words neither fail nor fill the disk")
    void absurd() {
        Map<String, @Nullable Object> row = kept(1e300, "x".repeat(60_000), 99);
        assertThat(row)
                .containsEntry("rtt", Float.MAX_VALUE)
                .containsEntry("candidate", null)
                .containsEntry("score", 5);
    }

    @Test
    @DisplayName("without a score there is nothing to tell")
    void noScore() {
        kept(null, null, null);
        assertThat(told).isEmpty();
    }

    private final class Others implements Outbox {
        @Override
        public void toCall(ConsultationId consultation, ServerFrame frame, Sender except) {
            throw new AssertionError("a score is not for its own side");
        }

        @Override
        public void toOthers(ConsultationId consultation, UserId person, ServerFrame frame) {
            told.add(frame);
        }
    }

    private final class Reporter implements Sender {
        @Override
        public CurrentUser user() {
            UserId id = new UserId(new UUID(0, 1));
            return new CurrentUser(id, Role.PATIENT, "Somebody", ZoneOffset.UTC, "en", new UUID(0, 2));
        }

        @Override
        public ConsultationId consultation() {
            return call;
        }

        @Override
        public void reply(ServerFrame frame) {
            throw new AssertionError("a report is not answered");
        }
    }
}
