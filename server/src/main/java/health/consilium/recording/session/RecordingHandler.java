package health.consilium.recording.session;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.recording.store.Texts;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.spi.FrameHandler;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages say about recording. */
@Component
class RecordingHandler implements FrameHandler {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final int LONGEST_TEXT = 4_000;

    private final Recordings recordings;
    private final KnownRecordings known;
    private final Takes takes;
    private final Texts texts;
    private final RecordingFrames frames;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    RecordingHandler(
            Recordings recordings,
            KnownRecordings known,
            Takes takes,
            Texts texts,
            RecordingFrames frames,
            Outbox outbox,
            MeterRegistry metrics) {
        this.recordings = recordings;
        this.known = known;
        this.takes = takes;
        this.texts = texts;
        this.frames = frames;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    @Override
    public Set<Class<? extends ClientFrame>> handles() {
        return Set.of(
                ClientFrame.RecordingRequest.class,
                ClientFrame.RecordingAnswer.class,
                ClientFrame.RecordingStop.class,
                ClientFrame.RecordingAble.class,
                ClientFrame.RecordingTake.class,
                ClientFrame.RecordingHealth.class);
    }

    @Override
    public void handle(ClientFrame frame, Sender sender) {
        UserId who = sender.user().id();
        switch (frame) {
            case ClientFrame.RecordingRequest f -> {
                Recording r = recordings.request(
                        sender.consultation(), who, reading(true, f.wording(), f.locale(), f.text()));
                sender.reply(frames.state(r));
            }
            case ClientFrame.RecordingAnswer f ->
                recordings.answer(
                        f.recording(),
                        sender.consultation(),
                        who,
                        f.agreed(),
                        reading(f.agreed(), f.wording(), f.locale(), f.text()));
            case ClientFrame.RecordingStop f -> recordings.stop(f.recording(), sender.consultation(), who);
            case ClientFrame.RecordingAble f -> recordings.able(f.recording(), sender.consultation(), who, f.able());
            case ClientFrame.RecordingTake f ->
                sender.reply(new ServerFrame.RecordingTake(
                        f.recording(), takes.open(f.recording(), sender.consultation(), who, f.mimeType())));
            case ClientFrame.RecordingHealth f -> health(f, sender);
            default -> throw new Problem(ErrorCode.UNSUPPORTED, "This server does not offer that.");
        }
    }

    /** The doctor has to know, also when another page records; the doctor's own page knows by itself. */
    private void health(ClientFrame.RecordingHealth frame, Sender sender) {
        UserId who = sender.user().id();
        known.find(sender.consultation(), frame.recording())
                .filter(r -> r.recorder().filter(who::equals).isPresent())
                .ifPresent(r -> {
                    if (frame.trouble() != null) {
                        metrics.counter(
                                        "consilium.recording.trouble",
                                        "kind",
                                        frame.trouble().name().toLowerCase(java.util.Locale.ROOT))
                                .increment();
                    }
                    if (!who.equals(r.doctor())) {
                        outbox.toPerson(
                                r.consultation(),
                                r.doctor(),
                                new ServerFrame.RecordingHealth(who.value(), r.id(), frame.trouble(), frame.since()));
                    }
                });
    }

    /** Whoever agrees has read a text, and the page hands over that very text: without it nobody could say later to what. */
    private Reading reading(boolean agrees, String wording, String locale, @Nullable String text) {
        boolean tooLong = text != null && text.length() > LONGEST_TEXT;
        if (agrees && (text == null || text.isBlank())) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST,
                    "This page does not say which text you read. Please load the page again, and answer then.");
        }
        if (!WORD.matcher(wording).matches() || !WORD.matcher(locale).matches() || tooLong) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Which text was read is not said clearly.");
        }
        return new Reading(wording, locale, text == null ? null : texts.keep(text));
    }
}
