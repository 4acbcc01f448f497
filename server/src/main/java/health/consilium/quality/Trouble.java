package health.consilium.quality;

/**
 * What a person's page found wrong, and how long.
 *
 * @param cause loss, delay, jitter, bandwidth, cpu, relay or silence
 * @param side whose it was, seen from that person: me, them, both, between
 * @param share of the measured time
 */
public record Trouble(String cause, String side, double share) {}
