package health.consilium.conferencing.spi;

/** The provider does not have the room any more: somebody has deleted it there. */
public final class RoomGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RoomGone() {
        super("the provider does not have the room any more");
    }
}
