package health.consilium.notification.outbox;

import static health.consilium.notification.outbox.Channel.APP;
import static health.consilium.notification.outbox.Channel.MAIL;
import static health.consilium.notification.outbox.Channel.PUSH;
import static health.consilium.notification.outbox.Channel.SMS;

import java.util.Set;

/** What somebody may be told. */
public enum Kind {
    /** The appointment is firm. */
    INVITATION(Weight.NEEDED, MAIL, APP),
    RESCHEDULED(Weight.NEEDED, MAIL, APP),
    CANCELLED(Weight.NEEDED, MAIL, APP),
    /** A day before. */
    REMINDER_DAY(Weight.HELPFUL, MAIL, APP),
    /** A quarter of an hour before. */
    REMINDER_SOON(Weight.URGENT, MAIL, APP, PUSH, SMS),
    /** The doctor is there, the patient is not. */
    DOCTOR_WAITING(Weight.URGENT, MAIL, APP, PUSH, SMS),
    MISSED_CALL(Weight.URGENT, MAIL, APP),
    DOCTOR_NO_SHOW(Weight.NEEDED, MAIL, APP),
    PATIENT_NO_SHOW(Weight.NEEDED, MAIL, APP),
    /** Both were there and never saw each other. */
    CALL_FAILED(Weight.NEEDED, MAIL, APP),
    RECEIPT(Weight.NEEDED, MAIL, APP),
    REFUNDED(Weight.NEEDED, MAIL, APP),
    RECORDING_READY(Weight.HELPFUL, MAIL, APP),
    PRESCRIPTION_READY(Weight.HELPFUL, MAIL, APP),
    FOLLOW_UP(Weight.HELPFUL, MAIL, APP),
    /** Somebody asked for a new link into an appointment. */
    LINK_ASKED(Weight.ASKED, MAIL),
    /** An administrator made somebody an account. */
    ACCOUNT_INVITED(Weight.ASKED, MAIL),
    PASSWORD_RESET(Weight.ASKED, MAIL),
    PASSWORD_CHANGED(Weight.ASKED, MAIL),
    /** App, passkeys or spare codes. */
    SECOND_FACTOR_CHANGED(Weight.ASKED, MAIL, APP);

    private enum Weight {
        /** Somebody must be told whatever they prefer: it is about a contract or money. */
        NEEDED,
        HELPFUL,
        /** Of no use in an hour. */
        URGENT,
        /** Somebody waits for this very mail, or has to know of it for their safety. */
        ASKED
    }

    private final Weight weight;
    private final Set<Channel> channels;

    Kind(Weight weight, Channel... channels) {
        this.weight = weight;
        this.channels = Set.of(channels);
    }

    /** Whether a patient gets the mail of it in any case. */
    public boolean needed() {
        return weight == Weight.NEEDED;
    }

    /** Whether everybody gets the mail of it, whatever they prefer and whoever they are. */
    public boolean always() {
        return weight == Weight.ASKED;
    }

    /** Whether it is about an account, and no appointment. */
    public boolean aboutAccount() {
        return this == ACCOUNT_INVITED || this == PASSWORD_RESET || tellsOfChange();
    }

    /** Whether it tells that something was done to the account, perhaps by somebody else. */
    public boolean tellsOfChange() {
        return this == PASSWORD_CHANGED || this == SECOND_FACTOR_CHANGED;
    }

    boolean urgent() {
        return weight == Weight.URGENT || weight == Weight.ASKED;
    }

    /** The ways by which it may go. */
    public Set<Channel> channels() {
        return channels;
    }
}
