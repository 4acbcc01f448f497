package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where Daily is to tell us what happens: one webhook with our address, our secret and the events that we read. */
final class DailyWebhook {
    /** In the store of secrets, when the operator did not set one. */
    static final String SECRET = "daily-webhook";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> EVENTS = List.of(
            "participant.joined",
            "participant.left",
            "meeting.ended",
            "recording.ready-to-download",
            "recording.error");
    /** Tried again after a failure of ours, and not given up after three, as the other kind is. */
    private static final String RETRIES = "exponential";

    private final DailyApi api;
    private final String url;

    DailyWebhook(DailyApi api, PublicAddress address) {
        this.api = api;
        this.url = address.page(DailyWebhookController.PATH).toString();
    }

    /** Ours in base64, made when there is none. */
    static Secret<String> secret(DailyProperties settings, SecretStore secrets) {
        if (settings.webhookSecret() != null) {
            return settings.webhookSecret();
        }
        byte[] bits = HexFormat.of().parseHex(secrets.named(SECRET).reveal());
        return Secret.of(Base64.getEncoder().encodeToString(bits));
    }

    /** What Daily has: told nowhere, because its secret is in it. */
    Optional<JsonNode> there() {
        Answer answer = api.ask(Ask.get("list webhooks", "/webhooks"));
        if (!answer.ok()) {
            throw DailyApi.refused("list webhooks", answer);
        }
        return StreamSupport.stream(answer.body().spliterator(), false)
                .filter(hook -> hook.path("url").asString("").equals(url))
                .findFirst();
    }

    /** Made when there is none, mended when it is another or has failed; else nothing is changed. */
    void ensure(Secret<String> secret) {
        Optional<JsonNode> there = there();
        if (there.isEmpty()) {
            change(Ask.post("make a webhook", "/webhooks", body(secret)).once());
        } else if (!works(there.get()) || !fits(there.get()) || !isSignedWith(there.get(), secret)) {
            String id = RoomAddress.name(there.get().path("uuid").asString(""));
            change(Ask.post("change a webhook", "/webhooks/" + id, body(secret)));
        }
    }

    private void change(Ask ask) {
        Answer answer = api.ask(ask);
        if (!answer.ok()) {
            throw DailyApi.refused(ask.what(), answer);
        }
    }

    static boolean works(JsonNode hook) {
        return !Set.of("FAILED", "INACTIVE").contains(hook.path("state").asString(""));
    }

    static boolean fits(JsonNode hook) {
        Set<String> told = new TreeSet<>();
        hook.path("eventTypes").forEach(type -> told.add(type.asString("")));
        return told.containsAll(EVENTS) && RETRIES.equals(hook.path("retryType").asString(""));
    }

    /** Daily need not show it again. */
    static boolean isSignedWith(JsonNode hook, Secret<String> secret) {
        String shown = hook.path("hmac").asString("");
        return shown.isEmpty() || shown.equals(secret.reveal());
    }

    private ObjectNode body(Secret<String> secret) {
        ArrayNode types = JSON.createArrayNode();
        EVENTS.forEach(types::add);
        ObjectNode body = JSON.createObjectNode()
                .put("url", url)
                .put("retryType", RETRIES)
                .put("hmac", secret.reveal());
        body.set("eventTypes", types);
        return body;
    }
}
