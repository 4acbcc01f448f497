package health.consilium.api;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.recording.media.SyntheticWebm;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.RecordedCalls;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment with what belongs to it, and how a row of the table is asked of it.
 *
 * @param more further ids by the name that they have in a route
 */
record AccessWorld(
        Person patient,
        Person doctor,
        UUID appointment,
        UUID call,
        UUID attachment,
        UUID recording,
        UUID prescription,
        UUID account,
        Map<String, UUID> more) {
    static final byte[] PART = SyntheticWebm.ofSeconds(2, 100).get(1);
    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    /** The same people, and ids that nobody ever gave out. */
    AccessWorld forged() {
        CurrentUser known = doctor.user();
        CurrentUser unknown = new CurrentUser(
                new UserId(UUID.randomUUID()),
                known.role(),
                known.displayName(),
                known.zone(),
                known.locale(),
                known.login());
        Map<String, UUID> madeUp = new HashMap<>();
        more.keySet().forEach(name -> madeUp.put(name, UUID.randomUUID()));
        return new AccessWorld(
                patient,
                new Person(unknown, doctor.email(), doctor.token()),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                madeUp);
    }

    Http.Answer asks(Http http, AccessTable.Row row, @Nullable Person who, Instant now) {
        String[] route = row.route().split(" ");
        return http.send(request(http, route[0], path(route[1]), row.body(), now), who == null ? null : who.token());
    }

    private HttpRequest.Builder request(Http http, String method, String path, @Nullable String body, Instant now) {
        if (AccessTable.FILE.equals(body)) {
            String form = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.png\"\r\n\r\n" + PNG
                    + "\r\n--limit--\r\n";
            return http.request(method, path, null)
                    .header("Content-Type", "multipart/form-data; boundary=limit")
                    .method(method, BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1));
        }
        if (AccessTable.PART.equals(body)) {
            String digest = Base64.getEncoder().encodeToString(RecordedCalls.digest(PART));
            return http.request(method, path, null)
                    .header("Content-Type", "application/octet-stream")
                    .header("Content-Digest", "sha-256=:" + digest + ":")
                    .header("X-Segment-Final", "true")
                    .header("X-Segment-From", String.valueOf(now.toEpochMilli()))
                    .header("X-Segment-To", String.valueOf(now.toEpochMilli()))
                    .method(method, BodyPublishers.ofByteArray(PART));
        }
        if (AccessTable.PICTURE.equals(body)) {
            return http.request(method, path, null)
                    .header("Content-Type", "image/jpeg")
                    .header("X-Taken-At", String.valueOf(now.toEpochMilli()))
                    .method(method, BodyPublishers.ofString("\u00ff\u00d8\u00ff", StandardCharsets.ISO_8859_1));
        }
        return http.request(method, path, body == null ? null : body(body, now));
    }

    private String path(String route) {
        String pattern = route;
        for (Map.Entry<String, UUID> one : more.entrySet()) {
            pattern = pattern.replace("{" + one.getKey() + "}", one.getValue().toString());
        }
        return pattern.replace("{appointmentId}", appointment.toString())
                .replace("{videoCallId}", call.toString())
                .replace("{doctorId}", doctor.id().toString())
                .replace("{exceptionId}", UUID.randomUUID().toString())
                .replace("{attachmentId}", attachment.toString())
                .replace("{recordingId}", recording.toString())
                .replace("{prescriptionId}", prescription.toString())
                .replace("{number}", "1")
                .replace("{conferenceId}", "room-" + call)
                .replace("{messageId}", UUID.randomUUID().toString())
                .replace("{mailId}", UUID.randomUUID().toString())
                .replace("{userId}", account.toString())
                .replace("{passkeyId}", UUID.randomUUID().toString())
                .replace("{sessionId}", UUID.randomUUID().toString())
                .replace("{requestId}", recording.toString())
                .replace("{take}", "1")
                .replace("{index}", "1");
    }

    private String body(String pattern, Instant now) {
        return pattern.replace("APPOINTMENT", appointment.toString())
                .replace(
                        "IN_TWO_WEEKS", now.plus(Duration.ofDays(14)).toString().substring(0, 10))
                .replace("RANDOM", UUID.randomUUID().toString());
    }
}
