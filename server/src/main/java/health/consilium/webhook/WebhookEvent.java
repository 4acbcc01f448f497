package health.consilium.webhook;

import java.util.Arrays;
import java.util.List;

/** What can be told. The names are stable for ever: receivers branch on them. */
public enum WebhookEvent {
    APPOINTMENT_BOOKED("appointment.booked"),
    APPOINTMENT_RESCHEDULED("appointment.rescheduled"),
    APPOINTMENT_CANCELLED("appointment.cancelled"),
    CONSULTATION_STARTED("consultation.started"),
    CONSULTATION_ENDED("consultation.ended"),
    PAYMENT_RECEIVED("payment.received"),
    PAYMENT_REFUNDED("payment.refunded"),
    PRESCRIPTION_SIGNED("prescription.signed"),
    RECORDING_READY("recording.ready"),
    /** Only by the button; nobody subscribes to it. */
    TEST("webhook.test");

    private final String type;

    WebhookEvent(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** Those that can be subscribed to. */
    public static List<String> types() {
        return Arrays.stream(values())
                .filter(event -> event != TEST)
                .map(WebhookEvent::type)
                .toList();
    }
}
