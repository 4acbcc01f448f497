package health.consilium.quality;

/** Where half of the values lie below, and where nineteen of twenty do; for opinions, where one of twenty does. */
public record Spread(double median, double worst) {}
