package health.consilium.notification.spi;

/** Hands a text message to whoever carries it. */
public interface SmsSender {
    /** What became of it. */
    enum Result {
        TAKEN,
        /** Not reached, or no answer in time. */
        NO_ANSWER,
        /** Reached, and asked to come again later. */
        NOT_NOW,
        /** It does not take our name or secret. */
        SIGN_IN_REFUSED,
        /** This number or this text is not taken, now or later. */
        REFUSED
    }

    /**
     * @param id the same for each attempt at one message, so that a carrier that knows ids sends it once
     * @param number as people write it down with the country in front, for example +49 30 1234567
     */
    Result send(String id, String number, String text);
}
