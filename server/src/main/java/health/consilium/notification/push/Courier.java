package health.consilium.notification.push;

import org.jspecify.annotations.Nullable;

/** Carries one message to one browser's push service, once. */
interface Courier {
    Answer carry(Subscription to, Message message) throws InterruptedException;

    /**
     * How the service answered.
     *
     * @param status of HTTP; 0: it did not answer, and may or may not have heard us
     * @param retryAfter the header of that name
     */
    record Answer(int status, @Nullable String retryAfter) {
        static final Answer NONE = new Answer(0, null);
        static final Answer NOT_SENT = new Answer(403, null);

        boolean taken() {
            return status >= 200 && status < 300;
        }
    }
}
