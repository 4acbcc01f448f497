package health.consilium.identity.passkey;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Passkeys belong to the host of the public address; browsers give them to no other, and to none that is a number. */
@Component
class PasskeySetup implements SetupCheck {
    private static final Pattern NUMBERS = Pattern.compile("\\[.*]|[0-9.]+");

    private final @Nullable String address;
    private final boolean demo;

    PasskeySetup(
            @Value("${consilium.public-url:#{null}}") @Nullable String address,
            @Value("${consilium.mode:production}") String mode) {
        this.address = address;
        this.demo = mode.equalsIgnoreCase("demo");
    }

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public Found look() {
        if (address == null || address.isBlank()) {
            return Found.of(demo ? SetupFinding.PASSKEYS_DEMO : SetupFinding.PASSKEYS_NO_ADDRESS);
        }
        String host = String.valueOf(URI.create(address).getHost());
        boolean numbers = NUMBERS.matcher(host).matches();
        return Found.of(numbers ? SetupFinding.PASSKEYS_NUMBERS : SetupFinding.PASSKEYS_GOOD, "host", host);
    }
}
