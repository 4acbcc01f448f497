package health.consilium.notification.mail;

import health.consilium.kernel.PublicAddress;
import health.consilium.notification.outbox.Message;
import org.springframework.stereotype.Component;

/** Where a message leads. Made when it is sent, and kept nowhere. */
@Component
public class MessageLinks {
    private final PublicAddress address;
    private final Imprint imprint;

    MessageLinks(PublicAddress address, Imprint imprint) {
        this.address = address;
        this.imprint = imprint;
    }

    public String of(Message message, boolean patient) {
        String booking = imprint.bookingUrl();
        if (patient && booking != null && asksForANewOne(message)) {
            return booking;
        }
        return address.page(path(message)).toString();
    }

    /** A page of ours. */
    public static String path(Message message) {
        return switch (message.kind()) {
            case INVITATION, RESCHEDULED, REMINDER_DAY -> "/";
            case REMINDER_SOON, DOCTOR_WAITING, MISSED_CALL -> "/call/" + message.appointment();
            case RECEIPT, RECORDING_READY, PRESCRIPTION_READY, FOLLOW_UP -> "/appointments/" + message.appointment() + "/after";
            case CANCELLED, DOCTOR_NO_SHOW, PATIENT_NO_SHOW, CALL_FAILED -> "/";
            case REFUNDED -> "/history";
        };
    }

    private static boolean asksForANewOne(Message message) {
        return switch (message.kind()) {
            case CANCELLED, DOCTOR_NO_SHOW, PATIENT_NO_SHOW, CALL_FAILED -> true;
            default -> false;
        };
    }
}
