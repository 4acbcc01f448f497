package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.RoomBook;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What Prosody's event_sync tells. It has no signature and no name for an event, and tells again what was not answered, later
 * than what came after; so an event's name is made of what it says, and its times decide.
 */
@Component
class EventSync {
    private static final String NAME = JitsiProvider.NAME;

    private final RoomBook book;
    private final ProviderEvents events;

    EventSync(RoomBook book, ProviderEvents events) {
        this.book = book;
        this.events = events;
    }

    /** What was told. */
    enum Kind {
        ROOM_CREATED,
        ROOM_DESTROYED,
        OCCUPANT_JOINED,
        OCCUPANT_LEFT
    }

    /**
     * @return how many of its events were news
     * @throws Problem NOT_FOUND for a room that is not ours, INVALID_REQUEST for what cannot be read
     */
    int take(Kind kind, JsonNode told) {
        String room = Notices.text(told, "room_name");
        if (book.find(NAME, room).isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "This room is not known here.");
        }
        // Whoever goes to a room beside is still in the conference, and no consultation is held there.
        if (told.path("is_breakout").asBoolean(false)) {
            return 0;
        }
        return (int) translated(kind, room, told).stream()
                .filter(event -> events.receive(event) == ProviderEvents.Receipt.TAKEN)
                .count();
    }

    private static List<ProviderEvent> translated(Kind kind, String room, JsonNode told) {
        JsonNode occupant = told.path("occupant");
        // Of whoever made the room event_sync never heard that they came: they leave without a name.
        boolean nameless = occupant.isMissingNode() || occupant.isNull();
        return switch (kind) {
            case ROOM_CREATED -> List.of();
            case OCCUPANT_JOINED -> nameless ? List.of() : List.of(joined(room, occupant));
            case OCCUPANT_LEFT ->
                nameless ? List.of() : List.of(left(room, occupant, Notices.time(occupant, "left_at", 1)));
            case ROOM_DESTROYED -> destroyed(room, told);
        };
    }

    /**
     * It holds everybody who ever was there. The end of each stay goes first: a coming that is told only now must not look as
     * if somebody came.
     */
    private static List<ProviderEvent> destroyed(String room, JsonNode told) {
        Instant end = Notices.time(told, "destroyed_at", 1);
        List<ProviderEvent> all = new ArrayList<>();
        for (JsonNode occupant : told.path("all_occupants")) {
            boolean hasLeft = occupant.path("left_at").isNumber();
            all.add(left(room, occupant, hasLeft ? Notices.time(occupant, "left_at", 1) : end));
            all.add(joined(room, occupant));
        }
        all.add(new ProviderEvent.RoomEmpty(NAME, key("destroyed", room, end.toString()), room, end));
        return all;
    }

    private static ProviderEvent joined(String room, JsonNode occupant) {
        Instant at = Notices.time(occupant, "joined_at", 1);
        String session = session(occupant);
        return new ProviderEvent.Joined(
                NAME, key("joined", room, session), room, session, Notices.person(occupant, "id"), at);
    }

    private static ProviderEvent left(String room, JsonNode occupant, Instant at) {
        String session = session(occupant);
        return new ProviderEvent.Left(
                NAME, key("left", room, session), room, session, Notices.person(occupant, "id"), at);
    }

    /** Who comes back from a room beside has the same address, and another stay. */
    private static String session(JsonNode occupant) {
        return Notices.digest(
                Notices.text(occupant, "occupant_jid"),
                Notices.time(occupant, "joined_at", 1).toString());
    }

    private static String key(String what, String room, String which) {
        return what + "-" + Notices.digest(room.toLowerCase(java.util.Locale.ROOT), which);
    }
}
