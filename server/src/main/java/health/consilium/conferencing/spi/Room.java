package health.consilium.conferencing.spi;

/** A room at a provider. The name is unguessable and fixed for one consultation; the address holds no token. */
public record Room(String provider, String name, String url) {}
