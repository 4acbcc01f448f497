package health.consilium.conferencing.daily;

import health.consilium.conferencing.spi.PastStay;
import health.consilium.conferencing.spi.Room;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Repair: who was in a room at Daily, also while nobody here could hear of it. */
final class DailyMeetings {
    private final DailyApi api;

    DailyMeetings(DailyApi api) {
        this.api = api;
    }

    List<PastStay> stays(Room room, Instant from, Instant to) {
        String path = "/meetings?room=" + RoomAddress.name(room.name()) + "&timeframe_start=" + from.getEpochSecond()
                + "&timeframe_end=" + to.getEpochSecond();
        return Pages.all(api, Ask.get("list meetings", path)).stream()
                // As it was asked; what is of another room is nothing of ours.
                .filter(meeting -> meeting.path("room").asString("").equals(room.name()))
                .flatMap(DailyMeetings::stays)
                .toList();
    }

    private static Stream<PastStay> stays(JsonNode meeting) {
        boolean ongoing = meeting.path("ongoing").asBoolean(false);
        return StreamSupport.stream(meeting.path("participants").spliterator(), false)
                .filter(one -> !one.path("participant_id").asString("").isEmpty()
                        && one.path("join_time").asLong(0) > 0)
                .map(one -> stay(one, ongoing));
    }

    /** While a meeting goes on, its durations say nothing about who has left. */
    private static PastStay stay(JsonNode one, boolean ongoing) {
        Instant joined = Instant.ofEpochSecond(one.path("join_time").asLong());
        @Nullable
        Instant left = ongoing || !one.path("duration").isNumber()
                ? null
                : joined.plusSeconds(one.path("duration").asLong());
        return new PastStay(
                one.path("participant_id").asString(""),
                DailyPresence.person(one.path("user_id").asString("")),
                joined,
                left);
    }
}
