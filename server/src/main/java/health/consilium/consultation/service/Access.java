package health.consilium.consultation.service;

import health.consilium.consultation.EndReason;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Limits;
import health.consilium.consultation.domain.Phase;
import health.consilium.consultation.spi.EntryGate;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may come in, and when (rows L8, L9, L12). */
@Component
class Access {
    private final List<EntryGate> gates;
    private final Limits limits;

    Access(List<EntryGate> gates, Limits limits) {
        this.gates = gates;
        this.limits = limits;
    }

    Optional<Problem> refusal(Appointment appointment, Consultation consultation, CurrentUser who, Instant now) {
        if (!consultation.isParticipant(who.id())) {
            return Optional.of(notAParticipant());
        }
        if (consultation.phase() instanceof Phase.Ended ended) {
            return Optional.of(over(ended.reason()));
        }
        if (!now.isBefore(consultation.endsAt())) {
            return Optional.of(tooLate());
        }
        return gate(false, appointment, who, now)
                .or(() -> tooEarly(consultation, who, now))
                .or(() -> gate(true, appointment, who, now));
    }

    private Optional<Problem> gate(boolean atTheDoor, Appointment appointment, CurrentUser who, Instant now) {
        return gates.stream()
                .filter(rule -> rule.atTheDoor() == atTheDoor)
                .map(rule -> rule.refusal(appointment, who.id(), now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Problem notFirm(Appointment appointment, CurrentUser who) {
        if (!appointment.isParticipant(who.id())) {
            return notAParticipant();
        }
        return appointment.status() == AppointmentStatus.HELD
                ? new Problem(
                        ErrorCode.NOT_PAID, "This time is kept for you, but not paid yet. Please pay first.", Map.of())
                : new Problem(
                        ErrorCode.APPOINTMENT_CANCELLED,
                        "This time was not paid in time, so it is free for others again. Please book a new one.");
    }

    private static Problem notAParticipant() {
        return new Problem(
                ErrorCode.NOT_A_PARTICIPANT, "This consultation belongs to other people. Please check the link.");
    }

    private Optional<Problem> tooEarly(Consultation consultation, CurrentUser who, Instant now) {
        Instant opens = consultation.startsAt().minus(limits.opensBefore());
        if (!now.isBefore(opens)) {
            return Optional.empty();
        }
        String when = TimeWords.when(opens, now, who.zone());
        return Optional.of(new Problem(
                ErrorCode.TOO_EARLY,
                "You can come in from " + when + ". You can test your devices until then.",
                Map.of("opensAt", opens.toString())));
    }

    private static Problem over(EndReason reason) {
        return switch (reason) {
            case COMPLETED ->
                new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation has been ended.", end(reason));
            case CANCELLED_BY_PATIENT, CANCELLED_BY_DOCTOR, CANCELLED_BY_CLINIC ->
                new Problem(
                        ErrorCode.APPOINTMENT_CANCELLED,
                        "This appointment was cancelled. Please book a new one.",
                        end(reason));
            case DOCTOR_NO_SHOW ->
                new Problem(
                        ErrorCode.CONSULTATION_ENDED,
                        "The doctor could not come, so this consultation was cancelled. Please book a new one.",
                        end(reason));
            case SLOT_ELAPSED, PATIENT_NO_SHOW, NEVER_CONNECTED -> tooLate();
        };
    }

    private static Map<String, Object> end(EndReason reason) {
        return Map.of("endReason", Objects.requireNonNull(reason).name());
    }

    private static Problem tooLate() {
        return new Problem(
                ErrorCode.TOO_LATE,
                "The time of this appointment is over. Please book a new one if you still need help.");
    }
}
