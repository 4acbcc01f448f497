package health.consilium.admin;

import health.consilium.admin.QualityDashboard.DoctorChoice;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.feedback.Ratings;
import health.consilium.feedback.Ratings.Given;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.quality.CallQuality;
import health.consilium.quality.PersonFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the modules know of consultations that are over. */
@Service
class HeldCalls {
    private final Consultations consultations;
    private final CallQuality quality;
    private final Ratings ratings;
    private final Users users;

    HeldCalls(Consultations consultations, CallQuality quality, Ratings ratings, Users users) {
        this.consultations = consultations;
        this.quality = quality;
        this.ratings = ratings;
        this.users = users;
    }

    /** Of one doctor, or of all when {@code doctor} is null. */
    record Found(List<Held> calls, List<DoctorChoice> doctors) {}

    Found in(Span span, @Nullable UUID doctor) {
        List<ConsultationView> views = consultations.endedBetween(span.begins(), span.ends());
        Map<UserId, UserView> doctors =
                users.findAll(views.stream().map(ConsultationView::doctor).collect(Collectors.toSet()));
        List<ConsultationView> wanted = views.stream()
                .filter(view -> doctor == null || view.doctor().value().equals(doctor))
                .toList();
        List<ConsultationId> ids = wanted.stream().map(ConsultationView::id).toList();
        Map<ConsultationId, Map<UserId, PersonFigures>> figures = quality.of(ids);
        Map<ConsultationId, List<Given>> given = ratings.of(ids);
        List<Held> calls = wanted.stream()
                .map(view -> new Held(
                        view,
                        name(doctors.get(view.doctor())),
                        figures.getOrDefault(view.id(), Map.of()),
                        given.getOrDefault(view.id(), List.of())))
                .toList();
        return new Found(calls, choices(doctors));
    }

    private static List<DoctorChoice> choices(Map<UserId, UserView> doctors) {
        return doctors.values().stream()
                .map(user -> new DoctorChoice(user.id().value(), user.displayName()))
                .sorted(Comparator.comparing(DoctorChoice::name))
                .toList();
    }

    private static String name(@Nullable UserView user) {
        return user == null ? "" : user.displayName();
    }
}
