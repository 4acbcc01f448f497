package health.consilium.conferencing.spi;

import java.util.Optional;

/** For a provider that asks us whether a room may be. */
public interface RoomBook {
    /** @param name in any case: some providers write every name small */
    Optional<BookedRoom> find(String provider, String name);
}
