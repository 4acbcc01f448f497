package health.consilium.conferencing.room;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.CallAtProvider;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.FakeDaily.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A8, repair: a meeting at Daily of which nobody here heard anything. The server's own look may come first: it does the same. */
class ReviewTests extends CallAtProvider {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Review review;

    @Autowired
    private FakeDaily daily;

    private Instant began;

    @Override
    protected String provider() {
        return "daily";
    }

    @BeforeEach
    void now() {
        began = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    @AfterEach
    void dailyWasAskedProperly() {
        daily.wishesToBeAskedAgainAfter(null);
        daily.meets(Fault.TOO_MANY, 0);
        assertThat(daily.faults()).isEmpty();
    }

    @Test
    @DisplayName(
            "two minutes after the end the provider is asked, and who was in when is known; then it is asked no more")
    void afterTheEnd() {
        daily.remembers(meeting(false));
        closedSince(Review.AFTER.minusMillis(1));
        review.look();
        assertThat(stays()).isEmpty();
        closedSince(Review.AFTER);
        review.look();
        review.look();
        assertThat(stays()).containsExactly("doctor 20 60", "patient 10 300");
        assertThat(isReviewed()).isTrue();
    }

    @Test
    @DisplayName("what goes on there although it is over here is asked for again, until two hours after the end")
    void goesOn() {
        daily.remembers(meeting(true));
        closedSince(Review.AFTER);
        review.look();
        assertThat(stays()).containsExactly("doctor 20 -", "patient 10 -");
        assertThat(isReviewed()).isFalse();
        endedBefore(Review.AT_LATEST.plusMillis(1));
        review.look();
        assertThat(isReviewed()).isTrue();
    }

    @Test
    @DisplayName("a provider that is away is asked again, however long it takes")
    void away() {
        daily.remembers(meeting(false));
        closedSince(Review.AFTER);
        endedBefore(Review.AT_LATEST.plusHours(1));
        daily.wishesToBeAskedAgainAfter("600");
        daily.meets(Fault.TOO_MANY, 1000);
        review.look();
        assertThat(isReviewed()).isFalse();
        daily.wishesToBeAskedAgainAfter(null);
        daily.meets(Fault.TOO_MANY, 0);
        review.look();
        assertThat(isReviewed()).isTrue();
        assertThat(stays()).hasSize(2);
    }

    private void endedBefore(Duration time) {
        jdbc.sql("update conferencing_room set ends_at = ? where consultation = ?")
                .params(at(time), call.value())
                .update();
    }

    private ObjectNode meeting(boolean ongoing) {
        ObjectNode meeting = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("room", room)
                .put("start_time", began.getEpochSecond())
                .put("duration", 300)
                .put("ongoing", ongoing)
                .put("max_participants", 2);
        meeting.set(
                "participants",
                JSON.createArrayNode().add(one(patient, 10, 290)).add(one(doctor, 20, 40)));
        return meeting;
    }

    private ObjectNode one(Person who, int after, int duration) {
        return JSON.createObjectNode()
                .put("user_id", who.id().value().toString())
                .put("participant_id", UUID.randomUUID().toString())
                .put("user_name", "Somebody")
                .put("join_time", began.getEpochSecond() + after)
                .put("duration", duration);
    }

    private void closedSince(Duration time) {
        jdbc.sql("update conferencing_room set closed_at = ?, gone_at = ? where consultation = ?")
                .params(at(time), at(time), call.value())
                .update();
    }

    private Object at(Duration ago) {
        return clock.instant().minus(ago).atOffset(java.time.ZoneOffset.UTC);
    }

    private boolean isReviewed() {
        return jdbc.sql("select reviewed_at is not null from conferencing_room where consultation = ?")
                .param(call.value())
                .query(Boolean.class)
                .single();
    }

    private List<String> stays() {
        return jdbc.sql("select case person when :doctor then 'doctor' when :patient then 'patient' end"
                        + " || ' ' || extract(epoch from joined_at)::bigint - :began || ' '"
                        + " || coalesce((extract(epoch from left_at)::bigint - :began)::text, '-')"
                        + " from conferencing_stay where consultation = :call order by 1")
                .param("doctor", doctor.id().value())
                .param("patient", patient.id().value())
                .param("began", began.getEpochSecond())
                .param("call", call.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
