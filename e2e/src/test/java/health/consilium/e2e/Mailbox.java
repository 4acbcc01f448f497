package health.consilium.e2e;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The mails that the made-up people got. */
final class Mailbox {
    private static final Pattern LINK = Pattern.compile("/l#[\\w-]+");

    private Mailbox() {}

    /** Of the newest invitation: a request for calendars, and a link of its own. */
    static String newestLink(Clinic clinic) {
        return Await.value(
                "the invitation with its link is in the mailbox",
                Duration.ofSeconds(15),
                () -> linkNow(clinic),
                link -> !link.isEmpty());
    }

    /** The same of one that comes after another, or after none. */
    static String linkAfter(Clinic clinic, String known) {
        return Await.value(
                "another invitation is in the mailbox",
                Duration.ofSeconds(15),
                () -> linkNow(clinic),
                link -> !link.isEmpty() && !link.equals(known));
    }

    static String linkNow(Clinic clinic) {
        for (JsonNode kept : clinic.api().get("/api/v1/demo/mailbox").data()) {
            JsonNode mail = clinic.api()
                    .get("/api/v1/demo/mailbox/" + kept.path("id").asString())
                    .data();
            Matcher link = LINK.matcher(mail.path("text").asString());
            if (mail.path("calendarMethod").asString("").equals("REQUEST") && link.find()) {
                return link.group();
            }
        }
        return "";
    }
}
