package health.consilium.conferencing.builtin;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.ConferencingProperties;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.kernel.Secret;
import java.time.Instant;
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
    protected void backAgain() {
        // It never was away.
    }

    /** Who moderates and who records is decided here, at each wish. */
    @Override
    protected Opens opens(JoinGrant grant) {
        String[] part = grant.token().reveal().split("\\.", -1);
        return new Opens(part[0], part[1], null, null, Instant.ofEpochSecond(Long.parseLong(part[2])));
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
