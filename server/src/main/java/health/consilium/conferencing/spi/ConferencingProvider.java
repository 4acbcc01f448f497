package health.consilium.conferencing.spi;

/** Somebody who can carry a call. Every method is idempotent; an outage is Problem PROVIDER_UNAVAILABLE. */
public interface ConferencingProvider {
    String name();

    Room open(RoomRequest request);

    JoinGrant admit(Room room, Admission admission);

    /** Closing an unknown or closed room is success. */
    void close(Room room);
}
