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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the pages measure, and tells the other side how somebody fares. */
@Component
class QualityHandler implements FrameHandler {
    private static final int BEST = 5;
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_-]{1,24}");

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
            Integer score = score(report);
            if (score != null) {
                outbox.toOthers(
                        sender.consultation(),
                        sender.user().id(),
                        new ServerFrame.QualityPeer(sender.user().id().value(), score));
            }
        }
    }

    private static @Nullable Integer score(QualityReport report) {
        Integer score = report.score();
        return score == null ? null : Integer.valueOf(Math.clamp(score, 0, BEST));
    }

    /** The columns are small: what no network can measure is kept as the most they hold. */
    private static @Nullable Float small(@Nullable Double measured) {
        return measured == null ? null : (float) Math.clamp(measured, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    private static @Nullable String word(@Nullable String said) {
        return said == null || WORD.matcher(said).matches() ? said : null;
    }

    private void store(QualityReport r, Sender sender) {
        jdbc.sql("insert into quality_sample values (:consultation, :person, :at, :rtt, :lossUp, :lossDown, :jitter,"
                        + " :bitrateUp, :bitrateDown, :width, :height, :fps, :candidate, :limitation, :score)")
                .param("consultation", sender.consultation().value())
                .param("person", sender.user().id().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("rtt", small(r.rtt()))
                .param("lossUp", small(r.lossUp()))
                .param("lossDown", small(r.lossDown()))
                .param("jitter", small(r.jitter()))
                .param("bitrateUp", small(r.bitrateUp()))
                .param("bitrateDown", small(r.bitrateDown()))
                .param("width", r.width())
                .param("height", r.height())
                .param("fps", small(r.fps()))
                .param("candidate", word(r.candidateType()))
                .param("limitation", word(r.limitation()))
                .param("score", score(r))
                .update();
    }
}
