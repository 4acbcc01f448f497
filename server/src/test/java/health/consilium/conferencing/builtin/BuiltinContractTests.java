package health.consilium.conferencing.builtin;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.ConferencingProperties;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.kernel.Secret;
import java.util.List;

class BuiltinContractTests extends ConferencingContract {
    private static final String KEY = "a-secret-of-this-installation";

    private final BuiltinProvider provider =
            new BuiltinProvider(new ConferencingProperties("builtin", null), name -> Secret.of(KEY));

    @Override
    protected ConferencingProvider provider() {
        return provider;
    }

    @Override
    protected void outage() {
        // There is nobody who could be away.
    }

    @Override
    protected boolean needsNobody() {
        return true;
    }

    @Override
    protected List<String> secrets() {
        return List.of(KEY);
    }
}
