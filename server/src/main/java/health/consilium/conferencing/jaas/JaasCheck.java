package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.ByTokenCheck;
import health.consilium.conferencing.jitsi.ScriptProbe;
import health.consilium.kernel.SetupFinding;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Of Jitsi as a service, which should also tell who comes and goes. */
@Component
class JaasCheck extends ByTokenCheck {
    private static final Words WORDS = new Words(
            SetupFinding.JAAS_NOT_USED,
            SetupFinding.JAAS_TURNS_AWAY,
            SetupFinding.JAAS_UNKNOWN,
            SetupFinding.JAAS_AWAY);

    private final JaasProperties settings;

    @Autowired
    JaasCheck(
            JaasProperties settings,
            Clock clock,
            @Value("${consilium.conferencing.provider:builtin}") String provider,
            @Value("${consilium.recording.capture:page}") String capture) {
        this(settings, ScriptProbe.ofTheNetwork(), clock, shouldRecord(JaasProvider.NAME, provider, capture));
    }

    JaasCheck(JaasProperties settings, ScriptProbe probe, Clock clock, boolean shouldRecord) {
        super(settings, WORDS, probe, clock, shouldRecord);
        this.settings = settings;
    }

    @Override
    public String name() {
        return JaasProvider.NAME;
    }

    @Override
    protected Found whatItTells() {
        return Found.of(settings.webhookSecret() == null ? SetupFinding.JAAS_TELLS_LITTLE : SetupFinding.JAAS_FINE);
    }
}
