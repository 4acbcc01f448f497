package health.consilium.api;

import health.consilium.testing.TestBrowser;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** S10, F18: who may do what over HTTP. */
final class AccessTable {
    /**
     * {@code forged}: ids that nobody ever gave out, said by the first of those before who is not refused for who they are.
     * {@code by link}: the patient, who came by the link of this appointment. {@code by another link}: the same patient, by the
     * link of another of their appointments.
     */
    static final List<String> WHO = List.of(
            "patient",
            "other patient",
            "doctor",
            "other doctor",
            "administrator",
            "nobody",
            "forged",
            "by link",
            "by another link");

    static final int FORGED = 6;

    /** A picture, as a form sends it. */
    static final String FILE = "FILE";

    /** A part of a recording. */
    static final String PART = "PART";

    /** The picture of a recording. */
    static final String PICTURE = "PICTURE";

    /** Nobody listens on that port. */
    static final String WEBHOOK =
            "{\"url\":\"http://localhost:9/hook\",\"description\":\"\",\"events\":[\"appointment.booked\"]}";

    private static final String PERSON =
            "{\"email\":\"RANDOM@y.example\",\"role\":\"PATIENT\",\"name\":\"x\",\"zone\":\"UTC\",\"locale\":\"en\"}";

    private static final String SUBSCRIPTION =
            new TestBrowser("https://fcm.googleapis.com/wp/anything").subscription("en");

    /**
     * @param route method and path as in the OpenAPI document
     * @param body JSON, FILE, PART, PICTURE, or null for none
     * @param answers for each of WHO: ok, the code of the refusal, or - where the route has no id to forge
     */
    record Row(String route, @Nullable String body, String answers) {}

    private static final List<Row> ACCOUNTS = List.of(
            new Row("GET /api/v1/app", null, "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "POST /api/v1/auth/login",
                    "{\"email\":\"RANDOM@y.example\",\"password\":\"z\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS - WRONG_CREDENTIALS WRONG_CREDENTIALS"),
            new Row(
                    "POST /api/v1/auth/token",
                    "{\"email\":\"RANDOM@y.example\",\"password\":\"z\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row("GET /api/v1/auth/me", null, "ok ok ok ok ok NOT_SIGNED_IN - ok ok"),
            new Row("PATCH /api/v1/auth/me", "{\"locale\":\"en\"}", "ok ok ok ok ok NOT_SIGNED_IN - ok ok"),
            new Row("GET /api/v1/auth/demo-accounts", null, "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "POST /api/v1/auth/demo-login",
                    "{\"id\":\"00000000-0000-4000-8000-000000000000\"}",
                    "NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND - NOT_FOUND NOT_FOUND"),
            new Row("GET /api/v1/demo/mailbox", null, "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "GET /api/v1/demo/mailbox/{mailId}",
                    null,
                    "NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND - NOT_FOUND NOT_FOUND"),
            new Row(
                    "GET /api/v1/demo/mailbox/{mailId}/page",
                    null,
                    "NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND - NOT_FOUND NOT_FOUND"),
            new Row(
                    "GET /api/v1/demo/mailbox/{mailId}/files/{number}",
                    null,
                    "NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND - NOT_FOUND NOT_FOUND"),
            // The token in the body is what opens; nobody learns whether there is such a link or account.
            new Row(
                    "POST /api/v1/auth/links/open",
                    "{\"token\":\"RANDOM\"}",
                    "LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER - LINK_OVER LINK_OVER"),
            new Row(
                    "POST /api/v1/auth/links/come-in",
                    "{\"token\":\"RANDOM\",\"dateOfBirth\":\"1980-01-01\"}",
                    "LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER - LINK_OVER LINK_OVER"),
            new Row("POST /api/v1/auth/links/again", "{\"email\":\"RANDOM@y.example\"}", "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "POST /api/v1/auth/password/forgot",
                    "{\"email\":\"RANDOM@y.example\"}",
                    "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "POST /api/v1/auth/password/set",
                    "{\"token\":\"RANDOM\",\"password\":\"violin harbour teapot\"}",
                    "LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER - LINK_OVER LINK_OVER"),
            new Row(
                    "POST /api/v1/auth/setup",
                    "{\"token\":\"RANDOM\",\"email\":\"RANDOM@y.example\",\"name\":\"x\",\"password\":\"violin harbour teapot\",\"zone\":\"UTC\",\"locale\":\"en\"}",
                    "LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER LINK_OVER - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/password/change",
                    "{\"current\":\"not this\",\"password\":\"violin harbour teapot\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/second-factor",
                    "{\"code\":\"123456\"}",
                    "NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/auth/second-factor",
                    null,
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/second-factor/enrolment",
                    "{\"password\":\"not this\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/second-factor/enrolment/confirm",
                    "{\"code\":\"123456\"}",
                    "WRONG_CODE WRONG_CODE WRONG_CODE WRONG_CODE WRONG_CODE NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/second-factor/remove",
                    "{\"password\":\"not this\",\"code\":\"123456\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/users/{userId}/second-factor/reset",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Half a sign-in proves somebody here, and nobody has one.
            new Row(
                    "POST /api/v1/auth/second-factor/passkey/options",
                    null,
                    "NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/second-factor/passkey",
                    "{\"credential\":\"{}\"}",
                    "NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/auth/passkeys",
                    null,
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/passkeys/registration",
                    "{\"password\":\"not this\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/auth/passkeys",
                    "{\"credential\":\"{}\"}",
                    "PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Nobody's but one's own, and only with the password.
            new Row(
                    "POST /api/v1/auth/passkeys/{passkeyId}/remove",
                    "{\"password\":\"not this\"}",
                    "WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS WRONG_CREDENTIALS NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            // The signature proves somebody.
            new Row("POST /api/v1/auth/passkeys/sign-in/options", null, "ok ok ok ok ok ok - ok ok"),
            new Row(
                    "POST /api/v1/auth/passkeys/sign-in",
                    "{\"credential\":\"{}\"}",
                    "PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE PASSKEY_LATE - PASSKEY_LATE PASSKEY_LATE"),
            new Row(
                    "GET /api/v1/auth/sessions",
                    null,
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Nobody's but one's own.
            new Row(
                    "DELETE /api/v1/auth/sessions/{sessionId}",
                    null,
                    "NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/users",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/users",
                    PERSON,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/users/{userId}",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/admin/users/{userId}",
                    PERSON,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/users/{userId}/invite",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Open to everybody, and only for the two kinds of content that browsers report in.
            new Row(
                    "POST /api/v1/browser-reports",
                    "{}",
                    "UNSUPPORTED_MEDIA_TYPE UNSUPPORTED_MEDIA_TYPE UNSUPPORTED_MEDIA_TYPE UNSUPPORTED_MEDIA_TYPE UNSUPPORTED_MEDIA_TYPE UNSUPPORTED_MEDIA_TYPE - UNSUPPORTED_MEDIA_TYPE UNSUPPORTED_MEDIA_TYPE"));

    private static final List<Row> OTHERS = List.of(
            new Row("GET /api/v1/messages", null, "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/messages/unread",
                    null,
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/messages/read",
                    "{\"upTo\":\"2030-01-07T09:00:00Z\"}",
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/messages/preferences",
                    null,
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/messages/preferences",
                    "{\"mail\":true,\"push\":true,\"sms\":false}",
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/messages",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/messages/{messageId}/again",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/account/accesses",
                    null,
                    "ok ok ok ok ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/audit",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/audit.csv",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/audit/verify",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/check",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/account/data-requests",
                    null,
                    "ok ok FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/account/data-requests",
                    "{\"kind\":\"COPY\"}",
                    "ok ok FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/account/data-requests/{requestId}/file",
                    null,
                    "NOT_FOUND NOT_FOUND FORBIDDEN FORBIDDEN FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/data-requests",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            // Nobody's but what the clinic wrote down for a patient.
            new Row(
                    "GET /api/v1/admin/data-requests/{requestId}/file",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/users/{userId}/data-requests",
                    "{\"key\":\"RANDOM\",\"kind\":\"COPY\",\"reason\":\"By letter, passport seen\"}",
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/retention",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/data-requests/{requestId}/confirm",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/data-requests/{requestId}/refuse",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/live",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/live/{appointmentId}/messages",
                    "{\"key\":\"0c5d1d8e-1f0e-4a8c-9a53-0a8f3c4d9e21\",\"text\":\"Please wait\"}",
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_IN_CALL NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/quality",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/quality.csv",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row("POST /api/v1/signalling/tickets", null, "ok ok ok ok ok NOT_SIGNED_IN - ok ok"),
            new Row("GET /api/v1/ice-servers", null, "ok ok ok ok ok NOT_SIGNED_IN - ok ok"),
            new Row(
                    "POST /api/v1/video-call/create-room",
                    "{\"appointmentId\":\"APPOINTMENT\"}",
                    "ok NOT_A_PARTICIPANT ok NOT_A_PARTICIPANT FORBIDDEN NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/video/create-room",
                    "{\"appointmentId\":\"APPOINTMENT\"}",
                    "ok NOT_A_PARTICIPANT ok NOT_A_PARTICIPANT FORBIDDEN NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/video-call/{videoCallId}",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/video-call/{videoCallId}/recordings",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/recordings/{recordingId}/takes/{take}/segments/{index}",
                    PART,
                    "NOT_FOUND NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND NOT_FOUND LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/recordings/{recordingId}/takes/{take}/poster",
                    PICTURE,
                    "NOT_FOUND NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND NOT_FOUND LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/recordings/{recordingId}/poster",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/recordings/{recordingId}/takes",
                    null,
                    "NOT_FOUND NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND NOT_FOUND LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/recordings/{recordingId}/manifest",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/recordings/{recordingId}/media",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "PATCH /api/v1/recordings/{recordingId}",
                    "{\"patientMayDownload\":false}",
                    "FORBIDDEN NOT_FOUND ok NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND FORBIDDEN LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/recordings",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/recordings/due",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "DELETE /api/v1/admin/recordings/{recordingId}",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN RECORDING_UNAVAILABLE NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/recordings/{recordingId}/verify",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/recordings/{recordingId}/check",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/recordings/{recordingId}/check",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/recordings/{recordingId}/withdrawal",
                    "{}",
                    "ok NOT_FOUND FORBIDDEN NOT_FOUND NOT_FOUND NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/webhooks",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/webhooks",
                    WEBHOOK,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/admin/webhooks/{webhookId}",
                    WEBHOOK,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/admin/webhooks/{webhookId}/state",
                    "{\"on\":true}",
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/webhooks/{webhookId}/secret",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/webhooks/{webhookId}/test",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "GET /api/v1/admin/webhooks/{webhookId}/deliveries",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/admin/webhooks/{webhookId}/deliveries/{deliveryId}/resend",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "DELETE /api/v1/admin/webhooks/{webhookId}",
                    null,
                    "FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN ok NOT_SIGNED_IN NOT_FOUND LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row("GET /api/v1/push", null, "ok ok ok ok FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "PUT /api/v1/push/subscription",
                    SUBSCRIPTION,
                    "ok ok ok ok FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"),
            new Row(
                    "DELETE /api/v1/push/subscription",
                    null,
                    "ok ok ok ok FORBIDDEN NOT_SIGNED_IN - LINK_TOO_NARROW LINK_TOO_NARROW"));

    /** These change what the others look at, so they come last. */
    private static final List<Row> LAST = List.of(
            new Row(
                    "PATCH /api/v1/video-call/{videoCallId}/end",
                    null,
                    "NOT_IN_CALL NOT_FOUND NOT_IN_CALL NOT_FOUND FORBIDDEN NOT_SIGNED_IN NOT_FOUND NOT_IN_CALL LINK_TOO_NARROW"),
            new Row(
                    "POST /api/v1/appointments/{appointmentId}/cancel",
                    null,
                    "ok NOT_FOUND ok NOT_FOUND ok NOT_SIGNED_IN NOT_FOUND ok LINK_TOO_NARROW"),
            new Row("DELETE /api/v1/auth/sessions", null, "- - - - - NOT_SIGNED_IN - - -"),
            new Row("POST /api/v1/auth/logout", null, "ok ok ok ok ok NOT_SIGNED_IN - ok ok"));

    static final List<Row> ROWS = Stream.of(ACCOUNTS, AppointmentRows.ROWS, OTHERS, LAST)
            .flatMap(List::stream)
            .toList();

    private AccessTable() {}
}
