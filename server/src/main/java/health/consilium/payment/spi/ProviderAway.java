package health.consilium.payment.spi;

/** A payment system did not do its part. Asking again with the same order is safe. */
public final class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why for the log: no secret, no address, nothing of a person */
    public ProviderAway(String why) {
        super(why);
    }
}
