package health.consilium.signalling.frame;

import org.jspecify.annotations.Nullable;

/**
 * What one side sees of its connection during the last seconds. Shares are 0 to 1, times ms, rates bit/s; null is what that
 * browser does not tell. "Up" is what this side sends, "down" what it receives.
 *
 * @param score 5 excellent to 1 bad, 0 nothing arrives
 * @param jitterBuffer how long received sound waited before it was played
 * @param availableUp what the browser believes it can send
 * @param concealed share of the played sound that was made up
 * @param dropped share of the received frames that were never shown
 * @param frozen share of the time the picture stood still
 * @param encoding share of the time that went into coding pictures; {@code decoding} likewise
 * @param limitation why less is sent than could be: none, cpu, bandwidth, other
 * @param candidateType how this side is reached: host, srflx, prflx, relay
 * @param protocol udp, tcp or tls: how media leaves this side
 * @param signallingRtt how long the server takes to answer this side
 * @param signallingJitter by how much that differs from answer to answer (the median)
 * @param signallingLate share of those answers that came late for this side
 * @param cause what this side believes is wrong; {@code side} and {@code direction}: whose, and which way
 */
public record Sight(
        @Nullable Integer score,
        @Nullable Double rtt,
        @Nullable Double jitter,
        @Nullable Double jitterBuffer,
        @Nullable Double lossUp,
        @Nullable Double lossDown,
        @Nullable Double bitrateUp,
        @Nullable Double bitrateDown,
        @Nullable Double availableUp,
        @Nullable Double concealed,
        @Nullable Double dropped,
        @Nullable Double frozen,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @Nullable Double encoding,
        @Nullable Double decoding,
        @Nullable String limitation,
        @Nullable String candidateType,
        @Nullable String protocol,
        @Nullable Double signallingRtt,
        @Nullable Double signallingJitter,
        @Nullable Double signallingLate,
        @Nullable String cause,
        @Nullable String side,
        @Nullable String direction) {}
