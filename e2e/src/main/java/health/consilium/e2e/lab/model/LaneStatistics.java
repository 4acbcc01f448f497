package health.consilium.e2e.lab.model;

/**
 * What one direction of a link has done since the lab was opened.
 *
 * @param packets that came in
 * @param lost by chance
 * @param dropped because the queue was full
 * @param cut that met a link without connection
 * @param bytes that got through
 */
public record LaneStatistics(long packets, long lost, long dropped, long cut, long bytes) {}
