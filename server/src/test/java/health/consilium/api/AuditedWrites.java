package health.consilium.api;

import health.consilium.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every route that changes something: what it writes into the audit trail, or why nothing. */
final class AuditedWrites {
    private AuditedWrites() {}

    /** How it stands before the route is asked. */
    enum Before {
        BOOKED,
        LATER,
        NOT_PAID,
        LIVE,
        OVER,
        DRAFTED,
        PRESCRIBED,
        HOOKED,
        MAILED;

        Duration until() {
            return this == LATER || this == NOT_PAID ? Duration.ofDays(2) : Duration.ZERO;
        }
    }

    /**
     * @param who changes it
     * @param entry action and subject
     * @param ofPatient whether the entry says whose health data it is
     * @param table what it changes, or what to look at of it; empty where it only has others do something afterwards
     * @param first routes that the same person asks before
     */
    record Written(
            String route,
            Before before,
            Role who,
            @Nullable String body,
            String entry,
            boolean ofPatient,
            String table,
            List<String> first) {}

    private static Written of(
            String route, Before before, Role who, @Nullable String body, String entry, String table, String... first) {
        return new Written(route, before, who, body, entry, true, table, List.of(first));
    }

    private static Written staff(String route, @Nullable String body, String entry, String table) {
        Before before = route.contains("webhookId") ? Before.HOOKED : Before.BOOKED;
        return new Written(route, before, Role.ADMIN, body, entry, false, table, List.of());
    }

    private static final String CALLS = "/api/v1/consultations/{appointmentId}";
    private static final String VISITS = "/api/v1/appointments/{appointmentId}";
    private static final String CONSULTATIONS = "consultation_consultation";
    private static final String PERSON =
            "{\"email\":\"RANDOM@y.example\",\"role\":\"PATIENT\",\"name\":\"x\",\"zone\":\"UTC\",\"locale\":\"en\"}";
    private static final String MEETING = "{\"day\":\"IN_TWO_WEEKS\",\"at\":null,\"note\":\"\"}";
    private static final String AGREED = "{\"revision\":0,\"agreed\":\"Rest\",\"nextStep\":\"\"}";
    private static final String STARS = "{\"stars\":2,\"issues\":[\"AUDIO\"],\"text\":\"An echo\"}";

    static final List<Written> WRITTEN = List.of(
            of(
                    "PUT " + CALLS + "/follow-up",
                    Before.BOOKED,
                    Role.DOCTOR,
                    MEETING,
                    "CHANGED SUMMARY",
                    "summary_follow_up"),
            of(
                    "DELETE " + CALLS + "/follow-up",
                    Before.BOOKED,
                    Role.DOCTOR,
                    null,
                    "CHANGED SUMMARY",
                    "summary_follow_up",
                    "PUT " + CALLS + "/follow-up " + MEETING),
            of(
                    "POST " + CALLS + "/summary/release",
                    Before.BOOKED,
                    Role.DOCTOR,
                    "{\"revision\":1}",
                    "SIGNED SUMMARY",
                    "summary_version",
                    "PUT " + CALLS + "/summary " + AGREED),
            of("POST " + CALLS + "/extend", Before.LIVE, Role.DOCTOR, "{\"minutes\":5}", "CHANGED CALL", CONSULTATIONS),
            of("POST " + CALLS + "/end", Before.LIVE, Role.ADMIN, null, "ENDED CALL", CONSULTATIONS),
            of(
                    "PATCH /api/v1/video-call/{videoCallId}/end",
                    Before.LIVE,
                    Role.DOCTOR,
                    null,
                    "ENDED CALL",
                    CONSULTATIONS),
            of(
                    "POST " + CALLS + "/attachments",
                    Before.BOOKED,
                    Role.PATIENT,
                    AccessTable.FILE,
                    "CREATED FILE",
                    "chat_attachment"),
            of("PUT " + CALLS + "/rating", Before.OVER, Role.PATIENT, STARS, "CREATED RATING", "feedback_rating"),
            of(
                    "PUT " + CALLS + "/allergies",
                    Before.BOOKED,
                    Role.DOCTOR,
                    "{\"names\":[\"Penicillin\"]}",
                    "CHANGED PATIENT_DATA",
                    "prescription_allergies"),
            of(
                    "POST /api/v1/prescriptions/{prescriptionId}/sign",
                    Before.DRAFTED,
                    Role.DOCTOR,
                    "{\"revision\":1}",
                    "SIGNED PRESCRIPTION",
                    "prescription_version"),
            of(
                    "POST /api/v1/prescriptions/{prescriptionId}/withdraw",
                    Before.PRESCRIBED,
                    Role.DOCTOR,
                    "{\"reason\":\"wrong dose\"}",
                    "CANCELLED PRESCRIPTION",
                    "prescription_withdrawal"),
            of(
                    "POST /api/v1/recordings/{recordingId}/withdrawal",
                    Before.LIVE,
                    Role.PATIENT,
                    null,
                    "CHANGED RECORDING",
                    "recording_answer"),
            of(
                    "PATCH /api/v1/recordings/{recordingId}",
                    Before.LIVE,
                    Role.DOCTOR,
                    "{\"patientMayDownload\":false}",
                    "CHANGED RECORDING",
                    "(select id, patient_may_download from recording)"),
            of(
                    "PUT " + VISITS + "/visit",
                    Before.BOOKED,
                    Role.PATIENT,
                    "{\"visit\":{\"address\":\"Linden Street 9\",\"country\":\"DE\",\"callBack\":\"\",\"contactName\":\"\","
                            + "\"contactPhone\":\"\"},\"cannotSay\":false}",
                    "CHANGED ADDRESS",
                    "care_visit"),
            of(
                    "PUT " + VISITS + "/identity",
                    Before.BOOKED,
                    Role.DOCTOR,
                    "{\"confirmed\":true}",
                    "CONFIRMED IDENTITY",
                    "care_identity"),
            of(
                    "POST /api/v1/care/consents",
                    Before.BOOKED,
                    Role.PATIENT,
                    "{\"version\":1,\"language\":\"en\",\"answer\":\"DECLINED\"}",
                    "CONFIRMED CONSENT",
                    "care_consent"),
            of(
                    "POST " + VISITS + "/cancel",
                    Before.LATER,
                    Role.DOCTOR,
                    null,
                    "CANCELLED APPOINTMENT",
                    "scheduling_appointment"),
            of(
                    "POST " + VISITS + "/payment/mark-paid",
                    Before.NOT_PAID,
                    Role.ADMIN,
                    "{\"reason\":\"cash\"}",
                    "CONFIRMED PAYMENT",
                    "payment_payment"),
            of(
                    "POST /api/v1/admin/live/{appointmentId}/messages",
                    Before.LIVE,
                    Role.ADMIN,
                    "{\"key\":\"RANDOM\",\"text\":\"Please wait\"}",
                    "SENT CHAT",
                    "chat_message"),
            of(
                    "POST /api/v1/account/data-requests",
                    Before.BOOKED,
                    Role.PATIENT,
                    "{\"kind\":\"COPY\"}",
                    "REQUESTED PATIENT_DATA",
                    "(select id from admin_data_request)"),
            of(
                    "POST /api/v1/admin/users/{userId}/data-requests",
                    Before.BOOKED,
                    Role.ADMIN,
                    "{\"key\":\"RANDOM\",\"kind\":\"COPY\",\"reason\":\"By letter, passport seen\"}",
                    "REQUESTED PATIENT_DATA",
                    "(select id from admin_data_request)"),
            new Written(
                    "POST /api/v1/admin/messages/{messageId}/again",
                    Before.MAILED,
                    Role.ADMIN,
                    null,
                    "SENT MESSAGE",
                    false,
                    "(select id, round from notification_message)",
                    List.of()),
            new Written(
                    "PUT /api/v1/doctors/{doctorId}/availability",
                    Before.BOOKED,
                    Role.DOCTOR,
                    "{\"slotMinutes\":30,\"bufferMinutes\":0,\"noticeMinutes\":0,\"aheadDays\":9,\"week\":[],\"languages\":[],"
                            + "\"sentence\":\"\"}",
                    "CHANGED AVAILABILITY",
                    false,
                    "scheduling_doctor",
                    List.of()),
            new Written(
                    "POST /api/v1/doctors/{doctorId}/exceptions",
                    Before.BOOKED,
                    Role.DOCTOR,
                    "{\"firstDay\":\"2031-01-08\",\"lastDay\":\"2031-01-08\",\"kind\":\"OFF\"}",
                    "CHANGED AVAILABILITY",
                    false,
                    "scheduling_exception",
                    List.of()),
            staff("POST /api/v1/admin/users", PERSON, "CREATED ACCOUNT", "(select id, email from identity_account)"),
            staff(
                    "PUT /api/v1/admin/users/{userId}",
                    PERSON,
                    "CHANGED ACCOUNT",
                    "(select id, email from identity_account)"),
            staff("POST /api/v1/admin/users/{userId}/invite", null, "SENT LINK", ""),
            staff(
                    "PUT /api/v1/admin/licences/{doctorId}",
                    "{\"licence\":\"LANR 123456701\"}",
                    "CHANGED ACCOUNT",
                    "(select id, licence from identity_account)"),
            staff("POST /api/v1/admin/webhooks", AccessTable.WEBHOOK, "CREATED WEBHOOK", "webhook_endpoint"),
            staff(
                    "PUT /api/v1/admin/webhooks/{webhookId}",
                    AccessTable.WEBHOOK.replace("/hook", "/other"),
                    "CHANGED WEBHOOK",
                    "webhook_endpoint"),
            staff(
                    "PUT /api/v1/admin/webhooks/{webhookId}/state",
                    "{\"on\":false}",
                    "CHANGED WEBHOOK",
                    "(select id, state from webhook_endpoint)"),
            staff("POST /api/v1/admin/webhooks/{webhookId}/secret", null, "CHANGED WEBHOOK", "webhook_secret"),
            staff(
                    "POST /api/v1/admin/webhooks/{webhookId}/test",
                    null,
                    "SENT WEBHOOK",
                    "(select id from webhook_delivery)"),
            staff(
                    "DELETE /api/v1/admin/webhooks/{webhookId}",
                    null,
                    "DELETED WEBHOOK",
                    "(select id from webhook_endpoint)"));

    /** What makes an entry and is tried by the tests of its module, with the entry. */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("POST /api/v1/appointments", "CREATED APPOINTMENT, in the transaction that books"),
            Map.entry("POST " + VISITS + "/reschedule", "CHANGED APPOINTMENT, in the transaction that moves it"),
            Map.entry("POST " + VISITS + "/payment/mark-refunded", "CHANGED PAYMENT, in the transaction that marks it"),
            Map.entry("DELETE /api/v1/doctors/{doctorId}/exceptions/{exceptionId}", "CHANGED AVAILABILITY"),
            Map.entry("POST /api/v1/admin/audit/verify", "CHECKED AUDIT; changes nothing"),
            Map.entry("POST /api/v1/admin/data-requests/{requestId}/confirm", "CONFIRMED or DELETED PATIENT_DATA"),
            Map.entry("POST /api/v1/admin/data-requests/{requestId}/refuse", "REFUSED PATIENT_DATA"),
            Map.entry("DELETE /api/v1/admin/recordings/{recordingId}", "DELETED RECORDING, as its key is destroyed"),
            Map.entry("POST /api/v1/admin/recordings/{recordingId}/verify", "CHECKED RECORDING; changes nothing"),
            Map.entry("POST /api/v1/admin/recordings/{recordingId}/check", "CHECKED RECORDING; changes nothing"),
            Map.entry(
                    "POST /api/v1/admin/users/{userId}/second-factor/reset",
                    "CHANGED ACCOUNT where there was a factor"),
            Map.entry("POST /api/v1/admin/webhooks/{webhookId}/deliveries/{deliveryId}/resend", "SENT WEBHOOK"),
            Map.entry("PUT /api/v1/prescriber", "CHANGED ACCOUNT where the number is another"),
            Map.entry("POST /api/v1/verify", "CHECKED PRESCRIPTION where there is one; changes nothing"),
            Map.entry("POST /api/v1/auth/login", "SIGNED_IN or SIGN_IN_FAILED ACCOUNT"),
            Map.entry("POST /api/v1/auth/token", "SIGNED_IN or SIGN_IN_FAILED ACCOUNT"),
            Map.entry("POST /api/v1/auth/demo-login", "SIGNED_IN ACCOUNT"),
            Map.entry("POST /api/v1/auth/links/open", "SIGNED_IN ACCOUNT where nothing more is asked"),
            Map.entry("POST /api/v1/auth/links/come-in", "SIGNED_IN ACCOUNT"),
            Map.entry("POST /api/v1/auth/logout", "SIGNED_OUT ACCOUNT"),
            Map.entry("POST /api/v1/auth/setup", "CREATED ACCOUNT"),
            Map.entry("POST /api/v1/auth/password/set", "CHANGED ACCOUNT"),
            Map.entry("POST /api/v1/auth/password/change", "CHANGED ACCOUNT"),
            Map.entry("POST /api/v1/auth/second-factor", "SIGNED_IN ACCOUNT"),
            Map.entry("POST /api/v1/auth/second-factor/passkey", "SIGNED_IN ACCOUNT"),
            Map.entry("POST /api/v1/auth/second-factor/enrolment/confirm", "CHANGED ACCOUNT"),
            Map.entry("POST /api/v1/auth/second-factor/remove", "CHANGED ACCOUNT"),
            Map.entry("POST /api/v1/auth/passkeys", "CHANGED ACCOUNT"),
            Map.entry("POST /api/v1/auth/passkeys/{passkeyId}/remove", "CHANGED ACCOUNT"),
            Map.entry("POST /api/v1/auth/passkeys/sign-in", "SIGNED_IN or SIGN_IN_FAILED ACCOUNT"));

    /** What makes no entry, and why not. */
    static final Map<String, String> NOTHING_OF_OTHERS = Map.ofEntries(
            Map.entry("PATCH /api/v1/auth/me", "one's own language and time zone"),
            Map.entry("POST /api/v1/auth/links/again", "a letter to whoever the address belongs to; nothing changes"),
            Map.entry(
                    "POST /api/v1/auth/password/forgot", "a letter to whoever the address belongs to; nothing changes"),
            Map.entry(
                    "POST /api/v1/auth/second-factor/enrolment", "a proposal; the entry is made when it is confirmed"),
            Map.entry("POST /api/v1/auth/second-factor/passkey/options", "a question to a browser"),
            Map.entry("POST /api/v1/auth/passkeys/registration", "a question to a browser"),
            Map.entry("POST /api/v1/auth/passkeys/sign-in/options", "a question to a browser"),
            Map.entry("DELETE /api/v1/auth/sessions", "one's own sign-ins elsewhere"),
            Map.entry("DELETE /api/v1/auth/sessions/{sessionId}", "one's own sign-in elsewhere"),
            Map.entry("POST /api/v1/browser-reports", "a browser about a page, nobody's name"),
            Map.entry("POST /api/v1/messages/read", "one's own messages"),
            Map.entry("PUT /api/v1/messages/preferences", "one's own settings"),
            Map.entry("PUT /api/v1/push/subscription", "one's own browser"),
            Map.entry("DELETE /api/v1/push/subscription", "one's own browser"),
            Map.entry("PUT " + VISITS + "/device-check", "what one's own device can do"),
            Map.entry(
                    "POST " + VISITS + "/payment/checkout", "opens a page to pay; the payment is an event of its own"),
            Map.entry("POST " + VISITS + "/payment/demo-checkout", "made-up people's money"),
            Map.entry("POST /api/v1/payment/stripe/webhook", "money, as the payment system tells it, kept in its book"),
            Map.entry("POST /api/v1/payment/hook", "money, as the payment system tells it, kept in its book"),
            Map.entry("POST /api/v1/conferencing/daily/webhook", "who is in a room, kept in the call log"),
            Map.entry("POST /api/v1/conferencing/jaas/webhook", "who is in a room, kept in the call log"),
            Map.entry("POST /api/v1/conferencing/jitsi/conference", "whether a room may be, nobody's name"),
            Map.entry("DELETE /api/v1/conferencing/jitsi/conference/{conferenceId}", "that a room is gone"),
            Map.entry("POST /api/v1/conferencing/jitsi/events/room/created", "that a room is there"),
            Map.entry("POST /api/v1/conferencing/jitsi/events/room/destroyed", "that a room is gone"),
            Map.entry(
                    "POST /api/v1/conferencing/jitsi/events/occupant/joined", "who is in a room, kept in the call log"),
            Map.entry("POST /api/v1/conferencing/jitsi/events/occupant/left", "who is in a room, kept in the call log"),
            Map.entry("POST /api/v1/signalling/tickets", "a ticket for one's own page"),
            Map.entry("POST " + CALLS + "/entry", "a ticket for one's own page; who comes stands in the call log"),
            Map.entry("POST /api/v1/video-call/create-room", "a way in; who comes stands in the call log"),
            Map.entry("POST /api/v1/video/create-room", "a way in; who comes stands in the call log"),
            Map.entry("PUT " + CALLS + "/summary", "a draft that only its doctor sees; releasing it makes the entry"),
            Map.entry("POST " + CALLS + "/prescriptions", "a draft that only its doctor sees; signing makes the entry"),
            Map.entry("PUT /api/v1/prescriptions/{prescriptionId}/draft", "a draft that only its doctor sees"),
            Map.entry("DELETE /api/v1/prescriptions/{prescriptionId}/draft", "a draft that only its doctor sees"),
            Map.entry("POST /api/v1/prescriptions/{prescriptionId}/correct", "a draft that only its doctor sees"),
            Map.entry(
                    "PUT /api/v1/recordings/{recordingId}/takes/{take}/segments/{index}",
                    "what all agreed to record, kept in the recording's own ledger"),
            Map.entry(
                    "PUT /api/v1/recordings/{recordingId}/takes/{take}/poster",
                    "what all agreed to record, kept in the recording's own ledger"));
}
