package health.consilium.payment.stripe;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.spi.News;
import health.consilium.payment.spi.Notice;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Stripe tells. The account may have other uses: what does not name an appointment is none of our business. */
final class StripeNews {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean live;

    StripeNews(boolean live) {
        this.live = live;
    }

    Notice read(byte[] body) {
        JsonNode event = parsed(body);
        String id = event.path("id").asString("");
        String type = event.path("type").asString("");
        JsonNode object = event.path("data").path("object");
        if (id.isEmpty() || type.isEmpty() || !object.isObject()) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This is no event of Stripe.");
        }
        // One endpoint may be told of rehearsals and of real money; only ours counts.
        if (event.path("livemode").asBoolean(false) != live) {
            return new Notice(id, new News.Other(type));
        }
        return new Notice(id, news(type, object));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This is no event of Stripe.");
        }
    }

    private static News news(String type, JsonNode object) {
        return switch (type) {
            case "checkout.session.completed" ->
                switch (object.path("payment_status").asString("")) {
                    case "paid" -> paid(type, object);
                    case "unpaid" -> changed(type, object, News.Turn.PENDING);
                    default -> new News.Other(type);
                };
            case "checkout.session.async_payment_succeeded" -> paid(type, object);
            case "checkout.session.async_payment_failed" -> changed(type, object, News.Turn.FAILED);
            case "checkout.session.expired" -> changed(type, object, News.Turn.EXPIRED);
            case "charge.refunded" ->
                new News.MoneyReturned(
                        text(object, "payment_intent"),
                        null,
                        object.path("amount_refunded").asLong(),
                        object.path("refunded").asBoolean(false));
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" -> refund(type, object);
            case "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed" ->
                new News.Disputed(text(object, "payment_intent"), "Stripe: " + text(object, "status"));
            default -> new News.Other(type);
        };
    }

    private static News paid(String type, JsonNode session) {
        UUID appointment = appointment(session);
        String reference = text(session, "payment_intent");
        if (appointment == null || reference.isEmpty()) {
            return new News.Other(type);
        }
        boolean agreed = text(session, "client_reference_id").equals(appointment.toString());
        return new News.MoneyCame(
                appointment,
                text(session, "id"),
                attempt(session),
                reference,
                session.path("amount_total").asLong(-1),
                text(session, "currency").toUpperCase(Locale.ROOT),
                agreed ? null : "two different appointments are named");
    }

    private static News changed(String type, JsonNode session, News.Turn turn) {
        UUID appointment = appointment(session);
        return appointment == null
                ? new News.Other(type)
                : new News.CheckoutChanged(appointment, text(session, "id"), attempt(session), turn);
    }

    private static News refund(String type, JsonNode refund) {
        String reference = text(refund, "payment_intent");
        String id = text(refund, "id");
        return switch (text(refund, "status")) {
            case "succeeded" ->
                new News.MoneyReturned(reference, id, refund.path("amount").asLong(), null);
            case "failed", "canceled" -> new News.RefundFailed(reference, id);
            default -> new News.Other(type);
        };
    }

    private static @Nullable UUID appointment(JsonNode session) {
        try {
            return UUID.fromString(text(session.path("metadata"), "appointment_id"));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static @Nullable Integer attempt(JsonNode session) {
        String number = text(session.path("metadata"), "attempt");
        return number.matches("[0-9]{1,6}") ? Integer.valueOf(number) : null;
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString("");
    }
}
