package health.consilium.e2e.browser;

import com.microsoft.playwright.Locator;
import java.util.Map;

/** What a moving picture on the page shows: how many lines it has, and how many frames there have been. */
public record Picture(int lines, long frames) {
    static Picture in(Locator video) {
        Map<?, ?> seen = (Map<?, ?>) video.first()
                .evaluate("video => ({ lines: Math.min(video.videoHeight, video.videoWidth),"
                        + " frames: video.getVideoPlaybackQuality().totalVideoFrames })");
        return new Picture((int) number(seen, "lines"), number(seen, "frames"));
    }

    private static long number(Map<?, ?> seen, String name) {
        return seen.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
