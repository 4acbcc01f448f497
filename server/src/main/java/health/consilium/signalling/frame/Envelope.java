package health.consilium.signalling.frame;

import org.jspecify.annotations.Nullable;

/**
 * A frame as it came in.
 *
 * @param seq 0 when the frame is not numbered
 * @param ack 0 when it acknowledges nothing
 */
public record Envelope(
        String type, long seq, long ack, @Nullable String id, Unread body) {}
