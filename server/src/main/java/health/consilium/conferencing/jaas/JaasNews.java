package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.Notices;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.ProviderEvents.Receipt;
import health.consilium.conferencing.spi.RoomBook;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.JsonNode;

/** What 8x8 tells: late, twice and in any order, each event with a key of its own. Kinds that we do not need are taken and ignored. */
final class JaasNews {
    private static final Logger log = LoggerFactory.getLogger(JaasNews.class);
    private static final int MILLIS = 1000;
    private static final String NAME = JaasProvider.NAME;

    private final String tenant;
    private final boolean records;
    private final RoomBook book;
    private final ProviderEvents events;
    private final FilmStore films;
    private final FilmFetch fetch;
    private final Clock clock;

    JaasNews(
            JaasProperties settings,
            RoomBook book,
            ProviderEvents events,
            FilmStore films,
            FilmFetch fetch,
            Clock clock) {
        this.tenant = settings.tenant();
        this.records = settings.recording();
        this.book = book;
        this.events = events;
        this.films = films;
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * @return whether it was news
     * @throws Problem NOT_FOUND for a room that is not ours, INVALID_REQUEST for what cannot be read, PROVIDER_UNAVAILABLE or
     *     NOT_READY when it shall be told again
     */
    boolean take(JsonNode told) {
        BookedRoom room = book.find(NAME, name(told)).orElseThrow(JaasNews::foreign);
        String key = Notices.text(told, "idempotencyKey");
        Instant at = Notices.time(told, "timestamp", MILLIS);
        JsonNode data = told.path("data");
        if (data.path("isBreakout").asBoolean(false)) {
            return false;
        }
        String name = room.room().name();
        return switch (Notices.text(told, "eventType")) {
            case "PARTICIPANT_JOINED" ->
                isNews(new ProviderEvent.Joined(NAME, key, name, stay(told), Notices.person(data, "id"), at));
            case "PARTICIPANT_LEFT" ->
                isNews(new ProviderEvent.Left(NAME, key, name, stay(told), Notices.person(data, "id"), at));
            case "ROOM_DESTROYED" -> isNews(new ProviderEvent.RoomEmpty(NAME, key, name, at));
            case "RECORDING_UPLOADED" -> records && uploaded(room, key, at, data);
            default -> false;
        };
    }

    private boolean isNews(ProviderEvent event) {
        return events.receive(event) == Receipt.TAKEN;
    }

    /** "tenant/room"; another tenant is none of our business, whoever says so. */
    private String name(JsonNode told) {
        String fqn = Notices.text(told, "fqn");
        String ours = tenant + "/";
        String app = told.path("appId").asString(tenant);
        if (!fqn.startsWith(ours) || !app.equals(tenant)) {
            throw foreign();
        }
        return fqn.substring(ours.length());
    }

    /** The same person in the same session of a room comes and goes under one id. */
    private static String stay(JsonNode told) {
        JsonNode data = told.path("data");
        String id = data.path("participantId").asString("");
        return Notices.digest(
                Notices.text(told, "sessionId"), id.isEmpty() ? Notices.text(data, "participantJid") : id);
    }

    /** The answer waits until the film is here: what was not answered is told again, and so the link need not be kept. */
    private boolean uploaded(BookedRoom room, String key, Instant at, JsonNode data) {
        String session = data.path("recordingSessionId").asString("");
        String recording = FilmStore.name(room.consultation(), Notices.digest(session.isBlank() ? key : session));
        Instant from = Notices.time(data, "startTimestamp", MILLIS);
        Duration lasts = lasting(data, from);
        if (!films.knows(recording)) {
            bringHere(recording, from, lasts, data);
        }
        return isNews(new ProviderEvent.RecordingReady(NAME, key, room.room().name(), recording, at));
    }

    private static Duration lasting(JsonNode data, Instant from) {
        Duration lasts = data.path("endTimestamp").isNumber()
                ? Duration.between(from, Notices.time(data, "endTimestamp", MILLIS))
                : Duration.ofSeconds(data.path("durationSec").asLong(-1));
        if (lasts.isNegative()) {
            throw Notices.unreadable("nobody can tell how long the film is");
        }
        return lasts;
    }

    private void bringHere(String recording, Instant from, Duration lasts, JsonNode data) {
        String link = data.path("preAuthenticatedLink").asString("");
        if (!films.begins(recording)) {
            throw new Problem(ErrorCode.NOT_READY, "This film is on its way. Please tell again in a while.");
        }
        try {
            films.sweep(clock.instant());
            fetch.fetch(link, film -> films.keep(recording, from, lasts, Mp4.checked(film)));
        } catch (IOException e) {
            log.warn("a film of JaaS did not come: {}", words(e));
            throw new Problem(ErrorCode.PROVIDER_UNAVAILABLE, "This film did not come. Please tell again in a while.");
        } finally {
            films.ends(recording);
        }
    }

    /** Also where no other film ever comes. */
    @Scheduled(fixedDelay = 6, initialDelay = 6, timeUnit = TimeUnit.HOURS)
    void sweep() throws IOException {
        films.sweep(clock.instant());
    }

    /** Our own words only: others may hold the link. */
    private static String words(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    private static Problem foreign() {
        return new Problem(ErrorCode.NOT_FOUND, "This room is not known here.");
    }
}
