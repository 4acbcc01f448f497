package health.consilium.conferencing.daily;

import health.consilium.conferencing.ConferencingProperties;
import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.kernel.Problem;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.SetupCheck;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether Daily would carry a call now, and would tell us about it. Reads, and changes nothing. */
@Component
class DailyCheck implements SetupCheck {
    private static final int NO_KEY = 401;
    private static final int MAY_NOT = 403;

    private final DailyProperties settings;
    private final ConferencingProperties chosen;
    private final PublicAddress address;
    private final SecretStore secrets;

    DailyCheck(
            DailyProperties settings, ConferencingProperties chosen, PublicAddress address, SecretStore secrets) {
        this.settings = settings;
        this.chosen = chosen;
        this.address = address;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "daily";
    }

    @Override
    public Found look() {
        if (settings.apiKey() == null) {
            return Found.notUsed("Calls do not go through Daily.", "");
        }
        DailyApi api = new DailyApi(settings, Patience.SHORT, Pause.REAL);
        Answer domain;
        Optional<JsonNode> hook;
        try {
            domain = api.ask(Ask.get("name its domain", "/"));
            if (!domain.ok()) {
                return refused(domain);
            }
            hook = new DailyWebhook(api, address).there();
        } catch (Problem away) {
            return Found.broken(
                    "Daily does not answer.",
                    "Check whether a firewall lets this server out to api.daily.co, by HTTPS. Calls that Daily carries cannot begin.");
        }
        String name = domain.body().path("domain_name").asString("");
        if (settings.domain() != null && !settings.domain().equals(name)) {
            return Found.broken(
                    "The key is not one of Daily's domain " + settings.domain() + ".",
                    "Check consilium.conferencing.daily.domain and consilium.conferencing.daily.api-key.");
        }
        return hook.map(this::judged).orElseGet(this::withoutHook);
    }

    private static Found refused(Answer answer) {
        return answer.status() == NO_KEY || answer.status() == MAY_NOT
                ? Found.broken(
                        "Daily does not know the key.",
                        "Check consilium.conferencing.daily.api-key; it may have been taken back.")
                : Found.broken("Daily answers " + answer.status() + ".", "Read the server's log.");
    }

    private Found withoutHook() {
        return "https".equals(address.root().getScheme())
                ? Found.warning(
                        "Daily knows the key, and does not tell us who comes and who leaves.",
                        "The running server makes the webhook by itself, soon after its start; it must be reachable from outside at "
                                + address.page(DailyWebhookController.PATH) + ".")
                : Found.warning(
                        "Daily knows the key, and has no address to tell us who comes and who leaves.",
                        "Set consilium.public-url to the address under which browsers come, with https.");
    }

    private Found judged(JsonNode hook) {
        if (!DailyWebhook.works(hook)) {
            return Found.broken(
                    "Daily has stopped telling us who comes and who leaves: its webhook is "
                            + (hook.path("state").asString("").equals("FAILED") ? "FAILED" : "INACTIVE") + ".",
                    "Check whether " + address.page(DailyWebhookController.PATH)
                            + " is reachable from outside. The running server switches it on again within a quarter of an hour.");
        }
        boolean known = settings.webhookSecret() != null || secrets.has(DailyWebhook.SECRET);
        if (!DailyWebhook.fits(hook)
                || known && !DailyWebhook.isSignedWith(hook, DailyWebhook.secret(settings, secrets))) {
            return Found.warning(
                    "Daily's webhook is not as we need it.",
                    "The running server mends it within a quarter of an hour; only one installation may use a Daily domain.");
        }
        return chosen.provider().equals(DailyProvider.NAME)
                ? Found.fine("Daily knows the key and tells us who comes and who leaves.")
                : Found.warning(
                        "Daily is set up, and new consultations are carried by " + chosen.provider() + ".",
                        "Set consilium.conferencing.provider=daily, or remove the key when no open consultation needs it.");
    }
}
