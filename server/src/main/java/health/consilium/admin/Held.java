package health.consilium.admin;

import health.consilium.consultation.ConsultationSummary;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.EndReason;
import health.consilium.feedback.Ratings.Given;
import health.consilium.identity.UserId;
import health.consilium.quality.CallVerdict;
import health.consilium.quality.PersonFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A consultation that is over, with everything that is known of it. */
record Held(ConsultationView view, String doctorName, Map<UserId, PersonFigures> people, List<Given> ratings) {
    EndReason reason() {
        return Objects.requireNonNull(view.endReason());
    }

    Instant endedAt() {
        return Objects.requireNonNull(view.endedAt());
    }

    /** They spoke. */
    boolean spoken() {
        return view.firstLiveAt() != null;
    }

    /** Both came, or the doctor did not: it is the clinic's to mend. */
    boolean failed() {
        return reason() == EndReason.NEVER_CONNECTED || reason() == EndReason.DOCTOR_NO_SHOW;
    }

    long seconds() {
        return ConsultationSummary.of(view).durationSeconds();
    }

    PersonFigures patient() {
        return people.getOrDefault(view.patient(), PersonFigures.NONE);
    }

    PersonFigures doctor() {
        return people.getOrDefault(view.doctor(), PersonFigures.NONE);
    }

    Stream<PersonFigures> both() {
        return Stream.of(patient(), doctor());
    }

    boolean measured() {
        return both().anyMatch(person -> person.measured() != null);
    }

    /** One side at least had to go through the relay, most of the time. */
    boolean relayed() {
        return both().anyMatch(
                        person -> person.measured() != null && person.measured().relayed() > 0.5);
    }

    CallVerdict verdict() {
        return CallVerdict.of(view, people);
    }

    Optional<Given> ratingOf(UserId person) {
        return ratings.stream().filter(given -> given.person().equals(person)).findFirst();
    }
}
