package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.jitsi.token.TokenSetup;
import health.consilium.conferencing.jitsi.token.Trial;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/** Whether people would come in at a Jitsi, whoever runs it: the key signs what it accepts, and its script is there. */
public abstract class ByTokenCheck implements SetupCheck {
    private final TokenSetup setup;
    private final Words words;
    private final ScriptProbe probe;
    private final Clock clock;
    private final boolean shouldRecord;

    /** What is said of this kind of Jitsi. */
    public record Words(
            SetupFinding notUsed, SetupFinding turnsAway, SetupFinding somethingElse, SetupFinding noScript) {}

    protected ByTokenCheck(TokenSetup setup, Words words, ScriptProbe probe, Clock clock, boolean shouldRecord) {
        this.setup = setup;
        this.words = words;
        this.probe = probe;
        this.clock = clock;
        this.shouldRecord = shouldRecord;
    }

    /** @return whether the clinic lets the service record that carries new calls, and that is this one */
    protected static boolean shouldRecord(String name, String provider, String capture) {
        return provider.equals(name) && capture.equalsIgnoreCase("provider");
    }

    /** Once everybody would come in. */
    protected abstract Found whatItTells();

    @Override
    public final Found look() {
        if (!setup.there()) {
            return Found.of(words.notUsed());
        }
        Signer signer;
        try {
            signer = setup.signer();
        } catch (CannotStart e) {
            return Found.of(SetupFinding.SETTINGS_REFUSED, "why", e.why(), "action", e.action());
        }
        if (!Trial.isLetIn(signer, setup.claims(), clock.instant())) {
            return Found.of(words.turnsAway());
        }
        URI script = URI.create(setup.base() + "external_api.js");
        try {
            if (!probe.finds(script)) {
                return Found.of(words.somethingElse(), "host", script.getAuthority());
            }
        } catch (IOException e) {
            return Found.of(words.noScript(), "host", script.getAuthority());
        }
        return shouldRecord && !setup.records() ? Found.of(SetupFinding.JITSI_RECORDS_NOTHING) : whatItTells();
    }
}
