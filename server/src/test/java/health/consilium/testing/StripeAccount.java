package health.consilium.testing;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An account at the stand-in of Stripe: its sessions, payments and refunds, and the events that tell of them. */
public final class StripeAccount {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SHORTEST = 30 * 60;
    private static final long LONGEST = 24 * 3600;
    private static final int LEAST = 50;
    private static final Set<String> SESSION_FIELDS = Set.of(
            "mode",
            "client_reference_id",
            "metadata[appointment_id]",
            "metadata[attempt]",
            "payment_intent_data[metadata][appointment_id]",
            "payment_intent_data[metadata][attempt]",
            "line_items[0][quantity]",
            "line_items[0][price_data][currency]",
            "line_items[0][price_data][unit_amount]",
            "line_items[0][price_data][product_data][name]",
            "locale",
            "success_url",
            "cancel_url",
            "expires_at");

    record Done(int status, String body) {}

    /** A payment as it stands at Stripe. */
    private static final class Payment {
        private final long amount;
        private final String currency;
        private long refunded;

        Payment(long amount, String currency) {
            this.amount = amount;
            this.currency = currency;
        }
    }

    private final Clock clock;
    private final Map<String, ObjectNode> sessions = new ConcurrentHashMap<>();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private volatile String refundStatus = "succeeded";

    StripeAccount(Clock clock) {
        this.clock = clock;
    }

    /** What becomes of the next refunds: succeeded, pending or failed. */
    public void refundsAre(String status) {
        this.refundStatus = status;
    }

    /** How much of a payment went back. */
    public long refunded(String payment) {
        return paid(payment).refunded;
    }

    /** The name of the session behind an address. */
    public static String sessionOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** A session, to be looked at or bent. */
    public ObjectNode session(String id) {
        return known(id).deepCopy();
    }

    /** The patient pays at once. @return the session as the event shows it */
    public ObjectNode pays(String id) {
        ObjectNode session = known(id);
        String payment = "pi_" + UUID.randomUUID().toString().replace("-", "");
        payments.put(
                payment,
                new Payment(
                        session.path("amount_total").asLong(),
                        session.path("currency").asString()));
        session.put("payment_intent", payment).put("payment_status", "paid").put("status", "complete");
        return session.deepCopy();
    }

    /** The patient has done what there is to do, and the bank takes its time. */
    public ObjectNode paysSlowly(String id) {
        ObjectNode session = pays(id).put("payment_status", "unpaid");
        sessions.put(id, session);
        return session.deepCopy();
    }

    public ObjectNode refund(String id, String payment, long amount, String status) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("object", "refund")
                .put("payment_intent", payment)
                .put("amount", amount)
                .put("currency", paid(payment).currency)
                .put("status", status);
    }

    /** An event as Stripe sends it. */
    public String event(String type, ObjectNode object) {
        return event("evt_" + UUID.randomUUID().toString().replace("-", ""), type, object);
    }

    public String event(String id, String type, ObjectNode object) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", id)
                .put("object", "event")
                .put("api_version", com.stripe.Stripe.API_VERSION)
                .put("created", clock.instant().getEpochSecond())
                .put("livemode", false)
                .put("type", type);
        event.putObject("data").set("object", object);
        return event.toString();
    }

    Done act(String what, Map<String, String> form) {
        if (what.equals("POST /v1/checkout/sessions")) {
            return open(form);
        }
        if (what.matches("POST /v1/checkout/sessions/cs_test_[a-z0-9]+/expire")) {
            return expire(what.split("/", -1)[4]);
        }
        return what.equals("POST /v1/refunds") ? giveBack(form) : refused("resource_missing", "no such route: " + what);
    }

    private Done open(Map<String, String> form) {
        String wrong = wrong(form);
        if (wrong != null) {
            return refused("parameter_invalid", wrong);
        }
        String id = "cs_test_" + UUID.randomUUID().toString().replace("-", "");
        ObjectNode session = JSON.createObjectNode()
                .put("id", id)
                .put("object", "checkout.session")
                .put("url", "https://checkout.stripe.test/c/pay/" + id)
                .put("mode", "payment")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("client_reference_id", field(form, "client_reference_id"))
                .put("amount_total", Long.parseLong(field(form, "line_items[0][price_data][unit_amount]")))
                .put("currency", field(form, "line_items[0][price_data][currency]"))
                .put("expires_at", Long.parseLong(field(form, "expires_at")));
        session.putObject("metadata")
                .put("appointment_id", field(form, "metadata[appointment_id]"))
                .put("attempt", field(form, "metadata[attempt]"));
        sessions.put(id, session);
        return new Done(200, session.toString());
    }

    private @Nullable String wrong(Map<String, String> form) {
        Set<String> unknown = new TreeSet<>(form.keySet());
        unknown.removeAll(SESSION_FIELDS);
        if (!unknown.isEmpty() || form.size() != SESSION_FIELDS.size()) {
            return "fields: " + new TreeMap<>(form).keySet();
        }
        String appointment = field(form, "client_reference_id");
        if (!appointment.equals(field(form, "metadata[appointment_id]"))
                || !appointment.equals(field(form, "payment_intent_data[metadata][appointment_id]"))) {
            return "metadata";
        }
        long left = Long.parseLong(field(form, "expires_at")) - clock.instant().getEpochSecond();
        if (left < SHORTEST || left > LONGEST) {
            return "expires_at must be between 30 minutes and 24 hours from now";
        }
        if (!field(form, "line_items[0][price_data][currency]").matches("[a-z]{3}")
                || Long.parseLong(field(form, "line_items[0][price_data][unit_amount]")) < LEAST) {
            return "amount_too_small or no currency";
        }
        boolean pages = field(form, "success_url").startsWith("http")
                && field(form, "cancel_url").startsWith("http");
        return pages && field(form, "mode").equals("payment") ? null : "pages or mode";
    }

    private Done expire(String id) {
        ObjectNode session = sessions.get(id);
        if (session == null || !session.path("status").asString().equals("open")) {
            return refused("resource_missing", "only open sessions expire");
        }
        session.put("status", "expired").putNull("url");
        return new Done(200, session.toString());
    }

    private Done giveBack(Map<String, String> form) {
        Payment payment = payments.get(field(form, "payment_intent"));
        long amount = Long.parseLong(form.getOrDefault("amount", "0"));
        if (payment == null || !form.containsKey("metadata[appointment_id]")) {
            return refused("resource_missing", "no such payment");
        }
        synchronized (payment) {
            if (payment.refunded == payment.amount) {
                return refused("charge_already_refunded", "already refunded");
            }
            if (amount <= 0 || payment.refunded + amount > payment.amount) {
                return refused("amount_too_large", "more than is left");
            }
            if (!refundStatus.equals("failed")) {
                payment.refunded += amount;
            }
        }
        String id = "re_" + UUID.randomUUID().toString().replace("-", "");
        return new Done(
                200,
                refund(id, field(form, "payment_intent"), amount, refundStatus).toString());
    }

    private ObjectNode known(String id) {
        return Objects.requireNonNull(sessions.get(id), id);
    }

    private Payment paid(String id) {
        return Objects.requireNonNull(payments.get(id), id);
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private static Done refused(String code, String message) {
        return new Done(400, error("invalid_request_error", code, message));
    }

    static String error(String type, String code, String message) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("error").put("type", type).put("code", code).put("message", message);
        return answer.toString();
    }
}
