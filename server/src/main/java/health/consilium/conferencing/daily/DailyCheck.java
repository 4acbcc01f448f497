package health.consilium.conferencing.daily;

import health.consilium.conferencing.ConferencingProperties;
import health.consilium.conferencing.daily.DailyApi.Answer;
import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.kernel.Problem;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
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

    DailyCheck(DailyProperties settings, ConferencingProperties chosen, PublicAddress address, SecretStore secrets) {
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
            return Found.of(SetupFinding.DAILY_NOT_USED);
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
            return Found.of(SetupFinding.DAILY_AWAY);
        }
        String name = domain.body().path("domain_name").asString("");
        if (settings.domain() != null && !settings.domain().equals(name)) {
            return Found.of(SetupFinding.DAILY_OTHER_DOMAIN, "domain", settings.domain());
        }
        return hook.map(this::judged).orElseGet(this::withoutHook);
    }

    private static Found refused(Answer answer) {
        return answer.status() == NO_KEY || answer.status() == MAY_NOT
                ? Found.of(SetupFinding.DAILY_KEY_UNKNOWN)
                : Found.of(SetupFinding.DAILY_ODD, "status", answer.status());
    }

    private Found withoutHook() {
        return "https".equals(address.root().getScheme())
                ? Found.of(SetupFinding.DAILY_NO_HOOK, "address", address.page(DailyWebhookController.PATH))
                : Found.of(SetupFinding.DAILY_NO_ADDRESS);
    }

    private Found judged(JsonNode hook) {
        if (!DailyWebhook.works(hook)) {
            return Found.of(
                    SetupFinding.DAILY_HOOK_STOPPED,
                    "state",
                    hook.path("state").asString("").equals("FAILED") ? "FAILED" : "INACTIVE",
                    "address",
                    address.page(DailyWebhookController.PATH));
        }
        boolean known = settings.webhookSecret() != null || secrets.has(DailyWebhook.SECRET);
        if (!DailyWebhook.fits(hook)
                || known && !DailyWebhook.isSignedWith(hook, DailyWebhook.secret(settings, secrets))) {
            return Found.of(SetupFinding.DAILY_HOOK_ODD);
        }
        return chosen.provider().equals(DailyProvider.NAME)
                ? Found.of(SetupFinding.DAILY_FINE)
                : Found.of(SetupFinding.DAILY_UNUSED, "provider", chosen.provider());
    }
}
