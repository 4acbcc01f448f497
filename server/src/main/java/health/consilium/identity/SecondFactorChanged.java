package health.consilium.identity;

import java.util.UUID;

/**
 * How somebody signs in was changed: they should hear of it, in case it was somebody else.
 *
 * @param id of this change; who hears of it twice is told once
 */
public record SecondFactorChanged(UUID id, UserId person, What what) {
    public enum What {
        /** An authenticator app, and new spare codes with it. */
        APP_ADDED,
        APP_REMOVED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        /** By the clinic: app, passkeys and spare codes. */
        ALL_REMOVED
    }
}
