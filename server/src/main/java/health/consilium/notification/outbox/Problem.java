package health.consilium.notification.outbox;

/** Why a message was not sent. Staff read words for each; what a server said stands nowhere, as it may quote the message. */
public enum Problem {
    /** Of no use any more when its turn came, or not sent in time. */
    EXPIRED,
    /** What it would say is not true any more. */
    OUTDATED,
    /** No mail server, or no way to send text messages, is set up. */
    NOT_SET_UP,
    /** The other server could not be reached or did not answer in time. */
    NO_ANSWER,
    /** The other server has all of it and never said whether it takes it. */
    PERHAPS_TAKEN,
    /** The other server cannot show who it is, or does not encrypt. */
    NOT_TRUSTED,
    /** The other server said: not now. */
    NOT_NOW,
    /** The other server does not take it for this address or number. */
    ADDRESS_REFUSED,
    /** The other server does not take it, whatever the address. */
    REFUSED,
    /** Our name or password is not accepted there. */
    SIGN_IN_REFUSED,
    /** There is no address or number. */
    NO_ADDRESS,
    /** Our own fault; the log names it. */
    INTERNAL
}
