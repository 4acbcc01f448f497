package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.conferencing.daily.Pace.Lane;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.kernel.Problem;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.JsonNode;

/** Repair: a recording of which nobody told us lies with Daily. Those that we have fetched are deleted there. */
class DailyFilmFinder {
    private static final Logger log = LoggerFactory.getLogger(DailyFilmFinder.class);
    private static final long MINUTE_MS = 60_000;
    private static final long QUARTER_HOUR_MS = 900_000;

    private final DailyApi api;
    private final ProviderEvents events;

    DailyFilmFinder(DailyApi api, ProviderEvents events) {
        this.api = api;
        this.events = events;
    }

    @Scheduled(initialDelay = MINUTE_MS, fixedDelay = QUARTER_HOUR_MS)
    void look() {
        try {
            finished().forEach(this::tell);
        } catch (Problem away) {
            log.warn("Daily could not be asked for recordings that nobody told us of");
        }
    }

    private List<String> finished() {
        return Pages.all(api, Ask.get("list recordings", "/recordings").in(Lane.SLOW)).stream()
                .filter(one -> one.path("status").asString("").equals("finished"))
                .map(one -> one.path("id").asString(""))
                .toList();
    }

    /** The list does not say of which room. */
    private void tell(String id) {
        Answer answer = api.ask(Ask.get("describe a recording", "/recordings/" + RoomAddress.name(id)));
        JsonNode one = answer.body();
        String room = one.path("room_name").asString("");
        if (!answer.ok() || room.isEmpty()) {
            return;
        }
        Instant end = Instant.ofEpochSecond(
                one.path("start_ts").asLong(0) + one.path("duration").asLong(0));
        try {
            events.receive(
                    new ProviderEvent.RecordingReady(DailyProvider.NAME, DailyNews.recordingKey(id), room, id, end));
        } catch (Problem notOurs) {
            log.warn("Daily has a recording of a room that is not ours");
        }
    }
}
