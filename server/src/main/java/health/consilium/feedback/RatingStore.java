package health.consilium.feedback;

import health.consilium.consultation.ConsultationId;
import health.consilium.feedback.RatingController.Issue;
import health.consilium.feedback.RatingController.Rating;
import health.consilium.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table feedback_rating. */
@Repository
class RatingStore implements Ratings {
    private final JdbcClient jdbc;
    private final Clock clock;

    RatingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param givenAt when it was given first */
    record Kept(Rating rating, Instant givenAt) {}

    Optional<Kept> find(ConsultationId consultation, UserId person) {
        return jdbc.sql(
                        "select stars, issues, remark, given_at from feedback_rating where consultation = ? and person = ?")
                .params(consultation.value(), person.value())
                .query((row, n) -> new Kept(
                        new Rating(
                                row.getInt("stars"),
                                Arrays.stream((String[]) row.getArray("issues").getArray())
                                        .map(Issue::valueOf)
                                        .collect(Collectors.toSet()),
                                row.getString("remark")),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public Map<ConsultationId, List<Given>> of(Collection<ConsultationId> consultations) {
        Map<ConsultationId, List<Given>> all = new HashMap<>();
        jdbc.sql("select consultation, person, stars, issues, remark from feedback_rating where consultation = any(?)"
                        + " order by given_at")
                .param(consultations.stream().map(ConsultationId::value).toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(
                                    new ConsultationId(row.getObject("consultation", UUID.class)),
                                    c -> new ArrayList<>())
                            .add(new Given(
                                    new UserId(row.getObject("person", UUID.class)),
                                    row.getInt("stars"),
                                    List.of((String[]) row.getArray("issues").getArray()),
                                    row.getString("remark")));
                });
        return all;
    }

    void save(ConsultationId consultation, UserId person, Rating rating) {
        String[] issues = rating.issues().stream().map(Issue::name).sorted().toArray(String[]::new);
        jdbc.sql("insert into feedback_rating values (?, ?, ?, ?, ?, ?, ?) on conflict (consultation, person) do update"
                        + " set stars = excluded.stars, issues = excluded.issues, remark = excluded.remark,"
                        + " changed_at = excluded.changed_at")
                .params(
                        consultation.value(),
                        person.value(),
                        rating.stars(),
                        issues,
                        rating.text(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
