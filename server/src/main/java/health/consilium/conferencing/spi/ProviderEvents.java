package health.consilium.conferencing.spi;

/** Where providers put what they were told: counted once, put in order by time, and turned into facts. */
public interface ProviderEvents {
    /**
     * Kept, and made known, before it returns.
     *
     * @throws health.consilium.kernel.Problem NOT_FOUND for a room that is not ours; nothing changes
     */
    Receipt receive(ProviderEvent event);

    /** What became of an event. */
    enum Receipt {
        TAKEN,
        KNOWN_ALREADY
    }
}
