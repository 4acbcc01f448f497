package health.consilium.conferencing.jitsi;

import health.consilium.kernel.SetupFinding;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Of a Jitsi of the clinic's own; it should also ask and tell. */
@Component
class JitsiCheck extends ByTokenCheck {
    private static final Words WORDS = new Words(
            SetupFinding.JITSI_NOT_USED,
            SetupFinding.JITSI_TURNS_AWAY,
            SetupFinding.JITSI_NONE_THERE,
            SetupFinding.JITSI_NO_SCRIPT);

    private final JitsiProperties settings;

    @Autowired
    JitsiCheck(
            JitsiProperties settings,
            Clock clock,
            @Value("${consilium.conferencing.provider:builtin}") String provider,
            @Value("${consilium.recording.capture:page}") String capture) {
        this(settings, ScriptProbe.ofTheNetwork(), clock, shouldRecord(JitsiProvider.NAME, provider, capture));
    }

    JitsiCheck(JitsiProperties settings, ScriptProbe probe, Clock clock, boolean shouldRecord) {
        super(settings, WORDS, probe, clock, shouldRecord);
        this.settings = settings;
    }

    @Override
    public String name() {
        return JitsiProvider.NAME;
    }

    @Override
    protected Found whatItTells() {
        boolean little = settings.reservationsSecret() == null || settings.eventsSecret() == null;
        return Found.of(little ? SetupFinding.JITSI_TELLS_LITTLE : SetupFinding.JITSI_FINE, "host", settings.host());
    }
}
