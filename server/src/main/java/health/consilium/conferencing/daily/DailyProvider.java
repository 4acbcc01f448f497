package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.CloudRecording;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.PastStay;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomGone;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.conferencing.spi.Seat;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Row A8: a consultation in a room at Daily, with Daily's own tokens for the two who were let in. */
final class DailyProvider implements ConferencingProvider, CloudRecording {
    static final String NAME = "daily";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Daily's own limit. */
    private static final int LONGEST_TOKEN = 2048;

    private final DailyApi api;
    private final DailyPresence presence;
    private final DailyMeetings meetings;
    private final DailyRecordings recordings;
    private final RoomAddress address;
    private final Clock clock;

    DailyProvider(DailyApi api, DailyProperties settings, Clock clock) {
        this.api = api;
        this.presence = new DailyPresence(api, clock);
        this.meetings = new DailyMeetings(api);
        this.recordings = new DailyRecordings(api, settings);
        this.address = new RoomAddress(settings.domain());
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Room open(RoomRequest request) {
        ObjectNode wanted = RoomSettings.of(request);
        ObjectNode body = RoomSettings.body(wanted).put("name", request.name());
        Answer made = api.ask(Ask.post("make a room", "/rooms", body));
        if (made.ok()) {
            return address.check(request.name(), made.body());
        }
        // Daily answers an existing name as it answers a wrong request.
        if (made.refusedTheRequest()) {
            return existing(request.name(), wanted, made);
        }
        throw DailyApi.refused("make a room", made);
    }

    private Room existing(String name, ObjectNode wanted, Answer made) {
        Answer there = api.ask(Ask.get("show a room", "/rooms/" + RoomAddress.name(name)));
        if (!there.ok()) {
            throw DailyApi.refused("make a room", there.unknown() ? made : there);
        }
        if (!RoomSettings.fit(wanted, there.body())) {
            Answer changed = api.ask(Ask.post("change a room", "/rooms/" + name, RoomSettings.body(wanted)));
            if (!changed.ok()) {
                throw DailyApi.refused("change a room", changed);
            }
        }
        return address.check(name, there.body());
    }

    /** Daily makes tokens for rooms that it does not have, too, and tells only whoever then stands before the door. */
    @Override
    public JoinGrant admit(Room room, Admission admission) {
        Answer there = api.ask(Ask.get("show a room", "/rooms/" + RoomAddress.name(room.name())));
        if (there.unknown()) {
            throw new RoomGone();
        }
        if (!there.ok()) {
            throw DailyApi.refused("show a room", there);
        }
        ObjectNode properties = JSON.createObjectNode()
                .put("room_name", room.name())
                .put("user_id", admission.person().toString())
                .put("user_name", admission.displayName())
                .put("is_owner", admission.owner())
                .put("exp", admission.expiresAt().getEpochSecond())
                .put("eject_at_token_exp", false);
        if (admission.notBefore().isAfter(clock.instant())) {
            properties.put("nbf", admission.notBefore().getEpochSecond());
        }
        if (admission.records()) {
            properties.put("enable_recording", "cloud");
        }
        ObjectNode body = JSON.createObjectNode();
        body.set("properties", properties);
        Answer answer = api.ask(Ask.post("make a token", "/meeting-tokens", body));
        String token = answer.body().path("token").asString("");
        if (!answer.ok() || token.isBlank() || token.length() >= LONGEST_TOKEN) {
            throw DailyApi.refused("make a token", answer);
        }
        return new JoinGrant(NAME, room.name(), room.url(), Secret.of(token), admission.expiresAt());
    }

    /** The room goes also when nobody can be put out; then this is told, so that it is tried again. */
    @Override
    public void close(Room room) {
        Problem notOut = null;
        try {
            presence.putEverybodyOut(room);
        } catch (Problem away) {
            notOut = away;
        }
        Answer gone = api.ask(Ask.delete("delete a room", "/rooms/" + RoomAddress.name(room.name()))
                .in(Pace.Lane.SLOW));
        if (!gone.ok() && !gone.unknown()) {
            throw DailyApi.refused("delete a room", gone);
        }
        if (notOut != null) {
            throw notOut;
        }
    }

    @Override
    public Optional<List<Seat>> whoIsIn(Room room) {
        return Optional.of(presence.seats(room));
    }

    @Override
    public Optional<List<PastStay>> whoWasIn(Room room, Instant from, Instant to) {
        return Optional.of(meetings.stays(room, from, to));
    }

    @Override
    public String service() {
        return "Daily.co";
    }

    @Override
    public void start(Room room) {
        recordings.start(room);
    }

    @Override
    public Optional<Boolean> isRecording(Room room) {
        return Optional.of(recordings.isRecording(room));
    }

    @Override
    public void stop(Room room) {
        recordings.stop(room);
    }

    @Override
    public Duration clockStep() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Film fetch(String recording) {
        return recordings.fetch(recording);
    }

    @Override
    public void delete(String recording) {
        recordings.delete(recording);
    }
}
