package health.consilium.audit.chain;

/** Where a chain ends: the last entry's number (0: none) and its hash. */
public record ChainHead(long number, String hash) {}
