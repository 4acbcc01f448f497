package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.conferencing.daily.Pace.Lane;
import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recordings that Daily makes. A link to one is asked for when it is fetched, and is neither kept nor written anywhere. */
final class DailyRecordings {
    private static final Logger log = LoggerFactory.getLogger(DailyRecordings.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int OK = 200;

    private final DailyApi api;
    private final @Nullable String rehearsal;

    DailyRecordings(DailyApi api, DailyProperties settings) {
        this.api = api;
        this.rehearsal = settings.rehearsal();
    }

    /**
     * Daily says only that it passed the wish on: whether it records, its list says a moment later. A wish of which nobody
     * knows whether it was heard is taken back, so that nothing is recorded that nobody counts on.
     */
    void start(Room room) {
        String name = RoomAddress.name(room.name());
        Ask ask = Ask.post(
                        "record",
                        "/rooms/" + name + "/recordings/start",
                        JSON.createObjectNode().put("type", "cloud"))
                .in(Lane.START)
                .once();
        Answer answer;
        try {
            answer = api.ask(ask);
        } catch (Problem away) {
            takeBack(name);
            throw away;
        }
        if (!answer.ok() && !(answer.refusedTheRequest() && isRecorded(name, false))) {
            throw DailyApi.refused("record", answer);
        }
    }

    private void takeBack(String room) {
        try {
            api.ask(stopping(room));
        } catch (Problem away) {
            log.warn(
                    "Daily may record a room although nobody was told so; it is told to stop with the end of the call");
        }
    }

    private static Ask stopping(String room) {
        return Ask.post("stop recording", "/rooms/" + room + "/recordings/stop", null);
    }

    /** Somebody may have taken their consent back: that nothing records is believed only when Daily shows it. */
    void stop(Room room) {
        String name = RoomAddress.name(room.name());
        Answer answer = api.ask(stopping(name));
        if (answer.ok() || answer.unknown() || answer.refusedTheRequest() && !isRecorded(name, true)) {
            return;
        }
        throw DailyApi.refused("stop recording", answer);
    }

    boolean isRecording(Room room) {
        Answer list = recordingsOf(RoomAddress.name(room.name()));
        if (!list.ok()) {
            throw DailyApi.refused("list recordings", list);
        }
        return holdsOneInProgress(list);
    }

    /** @param unsure what is believed when Daily does not show it */
    private boolean isRecorded(String room, boolean unsure) {
        Answer list = recordingsOf(room);
        return list.ok() ? holdsOneInProgress(list) : unsure;
    }

    private Answer recordingsOf(String room) {
        return api.ask(
                Ask.get("list recordings", "/recordings?room_name=" + room).in(Lane.SLOW));
    }

    private static boolean holdsOneInProgress(Answer list) {
        return StreamSupport.stream(list.body().path("data").spliterator(), false)
                .anyMatch(one -> one.path("status").asString("").equals("in-progress"));
    }

    Film fetch(String recording) {
        String path = "/recordings/" + RoomAddress.name(recording);
        Answer described = found(api.ask(Ask.get("describe a recording", path)));
        String status = described.body().path("status").asString("");
        if (status.equals("canceled")) {
            throw gone();
        }
        JsonNode start = described.body().path("start_ts");
        JsonNode duration = described.body().path("duration");
        if (!status.equals("finished") || !start.isNumber() || !duration.isNumber()) {
            throw DailyApi.refused("describe a finished recording", described);
        }
        HttpResponse<InputStream> film = download(path);
        return new Film(
                film.body(),
                film.headers().firstValueAsLong("Content-Length").orElseThrow(),
                film.headers().firstValue("Content-Type").orElse("video/mp4"),
                Instant.ofEpochSecond(start.longValue()),
                Duration.ofSeconds(duration.longValue()));
    }

    private HttpResponse<InputStream> download(String path) {
        Answer answer = found(api.ask(Ask.get("hand out a recording", path + "/access-link")));
        URI link = link(answer);
        if (!answer.ok() || link == null) {
            throw DailyApi.refused("hand out a recording", answer);
        }
        HttpResponse<InputStream> film = api.download(link);
        boolean sized = film.headers().firstValueAsLong("Content-Length").isPresent();
        if (film.statusCode() != OK || !sized) {
            close(film.body());
            log.warn("Daily's store answered {} instead of a recording", film.statusCode());
            throw new Problem(ErrorCode.PROVIDER_UNAVAILABLE, DailyApi.AWAY);
        }
        return film;
    }

    private static Answer found(Answer answer) {
        if (answer.unknown()) {
            throw gone();
        }
        return answer;
    }

    private static Problem gone() {
        return new Problem(ErrorCode.NOT_FOUND, "This recording is not there (any more).");
    }

    void delete(String recording) {
        Answer answer = api.ask(Ask.delete("delete a recording", "/recordings/" + RoomAddress.name(recording)));
        if (!answer.ok() && !answer.unknown()) {
            throw DailyApi.refused("delete a recording", answer);
        }
    }

    private @Nullable URI link(Answer answer) {
        try {
            URI link = URI.create(answer.body().path("download_link").asString(""));
            boolean safe = "https".equals(link.getScheme()) && link.getHost() != null && link.getRawUserInfo() == null;
            boolean rehearsed = rehearsal != null && rehearsal.equals(link.getRawAuthority());
            return safe || rehearsed ? link : null;
        } catch (IllegalArgumentException noLink) {
            return null;
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            log.debug("closing an answer of Daily's store: {}", e.getClass().getSimpleName());
        }
    }
}
