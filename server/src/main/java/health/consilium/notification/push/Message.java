package health.consilium.notification.push;

import java.time.Instant;

/**
 * What a browser is told: a kind and where to go, no name and no reason. The browser has the words.
 *
 * @param topic what replaces what, at the push service and on the screen: at most 32 letters of base64url (RFC 8030, 5.4)
 * @param path a page of ours that asks who it is before it shows anything
 * @param until from then on it is of no use
 */
public record Message(Kind kind, String topic, String path, Instant until) {
    /** The page's worker has words for each. */
    public enum Kind {
        /** Somebody is waiting; replaced by one of the others when the ring ends. */
        RING,
        MISSED,
        /** Answered somewhere: there is nothing to do any more. */
        SETTLED,
        /** An appointment begins in a moment. */
        SOON,
        /** Somebody is there already. */
        EXPECTED
    }
}
