package health.consilium.bench.media;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.List;

/** A call that runs, with a recorder on both of its pages. */
interface MeasuredCall extends AutoCloseable {
    Page patient();

    Page doctor();

    /** When the click was made that began the call. */
    default double clicked() {
        return ((Number) doctor().evaluate("() => __recorder.record.clicks.at(-1)")).doubleValue();
    }

    /** Makes the call; leaves no page behind when that fails. */
    default MeasuredCall orNone(Runnable meeting) {
        try {
            meeting.run();
            return this;
        } catch (RuntimeException | AssertionError failed) {
            close();
            throw failed;
        }
    }

    /** Both see each other. */
    default void awaitPictures() {
        for (Page page : List.of(doctor(), patient())) {
            page.waitForFunction("() => __recorder.record.frames.length > 0");
        }
    }

    @Override
    void close();

    /** A small window, so that drawing it costs little; pages that load our recorder whatever their policy says. */
    static NewContextOptions window() {
        return new NewContextOptions().setViewportSize(800, 600).setBypassCSP(true);
    }
}
