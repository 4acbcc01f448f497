package health.consilium.conferencing.room;

import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.RoomBook;
import health.consilium.conferencing.store.RoomStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which rooms are ours. */
@Component
class Book implements RoomBook {
    private final RoomStore store;

    Book(RoomStore store) {
        this.store = store;
    }

    @Override
    public Optional<BookedRoom> find(String provider, String name) {
        return store.find(provider, name);
    }
}
