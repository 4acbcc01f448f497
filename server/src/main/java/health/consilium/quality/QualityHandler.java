package health.consilium.quality;

import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ClientFrame.QualityReport;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.FrameHandler;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the pages measure, and tells the other side how somebody fares. */
@Component
class QualityHandler implements FrameHandler {
    private static final int BEST = 5;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    QualityHandler(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends ClientFrame>> handles() {
        return Set.of(QualityReport.class);
    }

    @Override
    public void handle(ClientFrame frame, Sender sender) {
        if (frame instanceof QualityReport report) {
            store(report, sender);
            Integer score = report.score();
            if (score != null) {
                int bounded = Math.clamp(score, 0, BEST);
                outbox.toOthers(
                        sender.consultation(),
                        sender.user().id(),
                        new ServerFrame.QualityPeer(sender.user().id().value(), bounded));
            }
        }
    }

    private void store(QualityReport r, Sender sender) {
        jdbc.sql("insert into quality_sample values (:consultation, :person, :at, :rtt, :lossUp, :lossDown, :jitter,"
                        + " :bitrateUp, :bitrateDown, :width, :height, :fps, :candidate, :limitation, :score)")
                .param("consultation", sender.consultation().value())
                .param("person", sender.user().id().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("rtt", r.rtt())
                .param("lossUp", r.lossUp())
                .param("lossDown", r.lossDown())
                .param("jitter", r.jitter())
                .param("bitrateUp", r.bitrateUp())
                .param("bitrateDown", r.bitrateDown())
                .param("width", r.width())
                .param("height", r.height())
                .param("fps", r.fps())
                .param("candidate", r.candidateType())
                .param("limitation", r.limitation())
                .param("score", r.score())
                .update();
    }
}
