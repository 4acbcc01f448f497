package health.consilium.quality;

import health.consilium.quality.domain.Measure;
import health.consilium.quality.domain.Reading;
import health.consilium.quality.report.CallMetrics;
import health.consilium.quality.report.WaitStore;
import health.consilium.quality.samples.LatestScores;
import health.consilium.quality.samples.SampleWriter;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ClientFrame.QualityReport;
import health.consilium.signalling.frame.ClientFrame.QualityTiming;
import health.consilium.signalling.frame.ClientFrame.Wait;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.Sight;
import health.consilium.signalling.spi.FrameHandler;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps what the pages measure, and tells the other side what somebody sees, so that both can tell whose trouble it is. */
@Component
class QualityFrames implements FrameHandler {
    /** Nobody waits longer; a page that slept counts no hours. */
    private static final int LONGEST_WAIT = 10 * 60_000;

    private final SampleWriter samples;
    private final LatestScores scores;
    private final WaitStore waits;
    private final CallMetrics metrics;
    private final Outbox outbox;
    private final Clock clock;

    QualityFrames(
            SampleWriter samples,
            LatestScores scores,
            WaitStore waits,
            CallMetrics metrics,
            Outbox outbox,
            Clock clock) {
        this.samples = samples;
        this.scores = scores;
        this.waits = waits;
        this.metrics = metrics;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends ClientFrame>> handles() {
        return Set.of(QualityReport.class, QualityTiming.class);
    }

    @Override
    public void handle(ClientFrame frame, Sender sender) {
        if (frame instanceof QualityReport report && report.sight() != null) {
            seen(report.sight(), sender);
        }
        if (frame instanceof QualityTiming timing) {
            int millis = Math.clamp(timing.millis(), 0, LONGEST_WAIT);
            Wait counted = waits.add(sender.consultation(), sender.user().id(), timing.what(), millis);
            metrics.waited(counted, sender.user().role(), millis);
        }
    }

    private void seen(Sight sight, Sender sender) {
        Reading reading = Reading.of(clock.instant(), sight);
        samples.add(sender.consultation(), sender.user().id(), reading);
        Double score = reading.value(Measure.SCORE);
        if (score != null) {
            scores.add(sender.consultation(), sender.user().id(), score.intValue());
            outbox.toOthers(
                    sender.consultation(),
                    sender.user().id(),
                    new ServerFrame.QualityPeer(sender.user().id().value(), score.intValue(), reading.sight()));
        }
    }
}
