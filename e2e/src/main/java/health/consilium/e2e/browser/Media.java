package health.consilium.e2e.browser;

import com.microsoft.playwright.Page;
import java.util.Map;

/** What a page's peer connections have carried so far, read by probe.js from getStats. */
public record Media(
        long framesDecoded,
        int height,
        double audioEnergy,
        long framesSent,
        long packetsSent,
        String localType,
        String remoteType,
        String relayProtocol,
        long voiceBytes,
        long voicePackets,
        long soundPlayed,
        long soundMadeUp,
        long screenFrames,
        String pictureFormat) {
    static Media of(Page page) {
        Object seen = page.evaluate("() => window.__probe.media()");
        Map<?, ?> values = (Map<?, ?>) seen;
        return new Media(
                number(values, "framesDecoded").longValue(),
                number(values, "height").intValue(),
                number(values, "audioEnergy").doubleValue(),
                number(values, "framesSent").longValue(),
                number(values, "packetsSent").longValue(),
                String.valueOf(values.get("localType")),
                String.valueOf(values.get("remoteType")),
                String.valueOf(values.get("relayProtocol")),
                number(values, "voiceBytes").longValue(),
                number(values, "voicePackets").longValue(),
                number(values, "soundPlayed").longValue(),
                number(values, "soundMadeUp").longValue(),
                number(values, "screenFrames").longValue(),
                String.valueOf(values.get("pictureFormat")));
    }

    private static Number number(Map<?, ?> values, String name) {
        return values.get(name) instanceof Number number ? number : 0;
    }
}
