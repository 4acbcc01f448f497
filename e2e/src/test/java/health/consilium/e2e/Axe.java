package health.consilium.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** axe-core, as the web app's own lock file pins it. */
final class Axe {
    private static final Path SCRIPT =
            Path.of(System.getProperty("consilium.axe", "../web/node_modules/axe-core/axe.min.js"));

    private Axe() {}

    /** What axe calls serious or critical on the page as it stands, one line a finding. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        try {
            // A page that was looked at before, in another size, has it already.
            if (!(boolean) page.evaluate("() => 'axe' in window")) {
                page.evaluate(Files.readString(SCRIPT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) page.evaluate("() => axe.run(document, { resultTypes: ['violations'] }).then((result) =>"
                + " result.violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) =>"
                + " `${document.documentElement.lang} ${innerWidth} ${location.pathname} ${one.id}: ${one.nodes.map((node) => node.target + ' ' + node.failureSummary)"
                + ".join(' | ').replaceAll('\\n', ' ')}`))");
    }
}
