package health.consilium.admin.trail;

import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.NamesPatients;
import health.consilium.audit.ShowsHealthData;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Writes down who is shown the answer of a route that {@link ShowsHealthData}, before it leaves. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShownHealthData implements ResponseBodyAdvice<Object> {
    private final AuditTrail trail;
    private final Appointments appointments;
    private final Consultations consultations;

    ShownHealthData(AuditTrail trail, Appointments appointments, Consultations consultations) {
        this.trail = trail;
        this.appointments = appointments;
        this.consultations = consultations;
    }

    @Override
    public boolean supports(MethodParameter route, Class<? extends HttpMessageConverter<?>> converter) {
        return route.hasMethodAnnotation(ShowsHealthData.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter route,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        ShowsHealthData shows = route.getMethodAnnotation(ShowsHealthData.class);
        CurrentUser who = who();
        if (shows != null && who != null) {
            Map<String, String> path = path(request);
            AuditEntry entry = AuditEntry.of(who.actor(), shows.action(), shows.value(), path.get(shows.id()));
            Optional<UUID> whose = patient(path).or(() -> own(path, who));
            if (whose.isPresent()) {
                trail.seen(entry.about(whose.get()));
            } else {
                trail.seen(entry, named(body));
            }
        }
        return body;
    }

    private static List<UUID> named(@Nullable Object body) {
        Collection<?> lines = body instanceof Collection<?> list ? list : body == null ? List.of() : List.of(body);
        return lines.stream()
                .filter(NamesPatients.class::isInstance)
                .map(NamesPatients.class::cast)
                .flatMap(line -> line.patientsNamed().stream())
                .toList();
    }

    private Optional<UUID> patient(Map<String, String> path) {
        if (path.containsKey("patientId")) {
            return id(path, "patientId");
        }
        Optional<UUID> call = id(path, "videoCallId")
                .map(ConsultationId::new)
                .flatMap(consultations::find)
                .map(ConsultationView::patient)
                .map(patient -> patient.value());
        return call.or(() -> id(path, "appointmentId")
                .map(AppointmentId::new)
                .flatMap(appointments::find)
                .map(Appointment::patient)
                .map(patient -> patient.value()));
    }

    /** A list that a patient reads holds nothing but their own. */
    private static Optional<UUID> own(Map<String, String> path, CurrentUser who) {
        return path.isEmpty() && who.is(Role.PATIENT) ? Optional.of(who.id().value()) : Optional.empty();
    }

    private static Optional<UUID> id(Map<String, String> path, String name) {
        return Optional.ofNullable(path.get(name)).map(UUID::fromString);
    }

    private static @Nullable CurrentUser who() {
        Authentication proof = SecurityContextHolder.getContext().getAuthentication();
        return proof != null && proof.getPrincipal() instanceof CurrentUser user ? user : null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> path(ServerHttpRequest request) {
        Object variables = request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                : null;
        return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }
}
