package health.consilium.notification.web;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.SecondFactorChanged;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.notification.mail.Details;
import health.consilium.notification.outbox.Inbox;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.PreferenceStore;
import health.consilium.notification.outbox.Preferences;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.Appointments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What I was told, and by which ways I want to be told. */
@Tag(name = "messages")
@RestController
@RequestMapping("/api/v1/messages")
class MessagesController {
    private static final int PAGE = 50;

    private final Inbox inbox;
    private final PreferenceStore preferences;
    private final Appointments appointments;
    private final Users users;

    MessagesController(Inbox inbox, PreferenceStore preferences, Appointments appointments, Users users) {
        this.inbox = inbox;
        this.preferences = preferences;
        this.appointments = appointments;
        this.users = users;
    }

    /**
     * @param other the other one of the appointment
     * @param factor what was done to how I sign in
     */
    record Told(
            UUID id,
            Kind kind,
            Instant at,
            boolean read,
            UUID appointment,
            @Nullable Instant start,
            @Nullable String other,
            SecondFactorChanged.@Nullable What factor) {}

    record Unread(int unread) {}

    record ReadUpTo(@NotNull Instant upTo) {}

    /** @param needed whether mails about contract and money come in any case */
    record Wanted(boolean mail, boolean push, boolean sms, boolean needed) {}

    record Want(
            @NotNull Boolean mail,
            @NotNull Boolean push,
            @NotNull Boolean sms) {}

    @Operation(operationId = "listMessages", summary = "What I was told, newest first, 50 at a time")
    @GetMapping
    List<Told> list(@RequestParam(required = false) @Nullable Instant before, CurrentUser who) {
        List<Message> all = inbox.of(who.id(), before, PAGE);
        Map<UserId, UserView> others = users.findAll(all.stream()
                .flatMap(message -> appointments.find(message.appointment()).stream())
                .map(appointment -> other(appointment, who.id()))
                .toList());
        return all.stream()
                .map(message -> told(message, appointments.find(message.appointment()), who.id(), others))
                .toList();
    }

    @Operation(operationId = "countUnread", summary = "How many messages I have not read")
    @GetMapping("/unread")
    Unread unread(CurrentUser who) {
        return new Unread(inbox.unread(who.id()));
    }

    @Operation(operationId = "readMessages", summary = "I have read what I was told until then")
    @PostMapping("/read")
    Unread read(@Valid @RequestBody ReadUpTo read, CurrentUser who) {
        inbox.read(who.id(), read.upTo());
        return unread(who);
    }

    @Operation(operationId = "getMessagePreferences", summary = "By which ways I want to be told")
    @GetMapping("/preferences")
    Wanted wanted(CurrentUser who) {
        Preferences mine = preferences.of(who.id(), who.role());
        return new Wanted(mine.mail(), mine.push(), mine.sms(), mine.patient());
    }

    @Operation(
            operationId = "setMessagePreferences",
            summary = "Choose by which ways I want to be told; patients get mails about contract and money in any case")
    @PutMapping("/preferences")
    Wanted want(@Valid @RequestBody Want want, CurrentUser who) {
        preferences.save(who.id(), want.mail(), want.push(), want.sms());
        return wanted(who);
    }

    private static Told told(
            Message message, Optional<Appointment> about, UserId reader, Map<UserId, UserView> others) {
        return new Told(
                message.id(),
                message.kind(),
                message.settledAt() == null ? message.createdAt() : message.settledAt(),
                message.readAt() != null,
                message.appointment().value(),
                about.map(Appointment::start).orElse(null),
                about.map(one -> others.get(other(one, reader)))
                        .map(UserView::displayName)
                        .orElse(null),
                Details.factor(message).orElse(null));
    }

    private static UserId other(Appointment appointment, UserId person) {
        return appointment.patient().equals(person) ? appointment.doctor() : appointment.patient();
    }
}
