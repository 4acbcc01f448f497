package health.consilium.notification.push;

import java.time.Duration;

/** Where the work is done that nobody waits for. */
public interface Later {
    /** On a thread of its own: at once, or after a while. */
    void run(Duration after, Runnable work);

    /** One after the other, in the order in which they were handed in. */
    void inTurn(Runnable work);
}
