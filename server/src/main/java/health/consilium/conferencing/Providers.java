package health.consilium.conferencing;

import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The providers this installation has. A consultation keeps the one it began with. */
@Component
public class Providers {
    private final Map<String, ConferencingProvider> byName;
    private final ConferencingProperties settings;

    Providers(List<ConferencingProvider> providers, ConferencingProperties settings) {
        this.byName = providers.stream().collect(Collectors.toMap(ConferencingProvider::name, Function.identity()));
        this.settings = settings;
        if (!byName.containsKey(settings.provider())) {
            throw new CannotStart(
                    "consilium.conferencing.provider is '" + settings.provider() + "', but only "
                            + new TreeSet<>(byName.keySet()) + " are set up here.",
                    "Set what it needs, as docs/providers.md says, or choose another one.");
        }
    }

    /** Whether nobody outside this installation carries calls. */
    public boolean onlyOurOwn() {
        return byName.size() == 1;
    }

    /** The one for new rooms. */
    public ConferencingProvider current() {
        return named(settings.provider());
    }

    public ConferencingProvider named(String name) {
        ConferencingProvider provider = byName.get(name);
        if (provider == null) {
            throw new Problem(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    "The video service cannot be reached. Please try again in a moment.");
        }
        return provider;
    }
}
