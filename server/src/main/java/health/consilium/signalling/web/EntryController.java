package health.consilium.signalling.web;

import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.Entry;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Tickets;
import health.consilium.identity.Tickets.Issued;
import health.consilium.relay.IceServers;
import health.consilium.relay.IceServers.Holder;
import health.consilium.relay.IceServersJson;
import health.consilium.scheduling.AppointmentId;
import health.consilium.signalling.session.KnownConsultations;
import health.consilium.signalling.session.KnownPeople;
import health.consilium.signalling.session.SessionRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "signalling")
@RestController
@RequestMapping("/api/v1")
class EntryController {
    private final Consultations consultations;
    private final Tickets tickets;
    private final IceServers iceServers;
    private final SessionRegistry sessions;
    private final KnownConsultations known;
    private final KnownPeople people;

    EntryController(
            Consultations consultations,
            Tickets tickets,
            IceServers iceServers,
            SessionRegistry sessions,
            KnownConsultations known,
            KnownPeople people) {
        this.consultations = consultations;
        this.tickets = tickets;
        this.iceServers = iceServers;
        this.sessions = sessions;
        this.known = known;
        this.people = people;
    }

    record Ticket(String ticket, Instant expiresAt) {}

    /** What a page needs to come into the room of another provider than our own. */
    record JoinJson(String roomName, String roomUrl, String token, Instant expiresAt) {}

    /**
     * @param seatTaken whether another page of the same person is in this call
     * @param join null where the call goes from browser to browser
     */
    record AdmittedJson(
            UUID consultation,
            String ticket,
            Instant ticketExpiresAt,
            String provider,
            @Nullable JoinJson join,
            IceServersJson iceServers,
            boolean seatTaken,
            Instant closesAt) {}

    @Operation(operationId = "createLobbyTicket", summary = "A ticket for the socket of any page; good for 30 s, once")
    @PostMapping("/signalling/tickets")
    Ticket lobby(CurrentUser who) {
        Issued issued = tickets.issue(who, null);
        return new Ticket(issued.ticket().reveal(), issued.expiresAt());
    }

    @Operation(
            operationId = "enterConsultation",
            summary = "Asks to come in; a ticket for the socket of the call's page")
    @PostMapping("/consultations/{appointmentId}/entry")
    AdmittedJson enter(@PathVariable UUID appointmentId, CurrentUser who, HttpServletRequest request) {
        Entry entry = consultations.enter(new AppointmentId(appointmentId), who);
        // The socket follows in a moment: it need not ask again for what was just read.
        known.learn(entry.consultation());
        people.met(who);
        UUID consultation = entry.consultation().id().value();
        Issued issued = tickets.issue(who, consultation);
        Instant closes = entry.consultation().endsAt();
        return new AdmittedJson(
                consultation,
                issued.ticket().reveal(),
                issued.expiresAt(),
                entry.grant().provider(),
                join(entry.grant()),
                IceServersJson.of(iceServers.grant(
                        Holder.inCall(who.id(), consultation),
                        request.getServerName(),
                        closes.plus(Duration.ofMinutes(5)))),
                sessions.hasCallPage(who.id(), entry.consultation().id()),
                closes);
    }

    private static @Nullable JoinJson join(JoinGrant grant) {
        return grant.carriedByUs()
                ? null
                : new JoinJson(grant.roomName(), grant.roomUrl(), grant.token().reveal(), grant.expiresAt());
    }
}
