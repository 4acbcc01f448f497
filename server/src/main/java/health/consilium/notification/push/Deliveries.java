package health.consilium.notification.push;

import health.consilium.notification.push.Courier.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings messages to browsers. What one browser is told about one topic forms a line: one request at a time, and only the
 * newest message counts, so that a ring which is tried again never comes after the word that it is over.
 */
@Component
public class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Courier courier;
    private final Browsers browsers;
    private final Later later;
    private final Clock clock;
    private final Map<Key, Line> lines = new HashMap<>();

    Deliveries(Courier courier, Browsers browsers, Later later, Clock clock) {
        this.courier = courier;
        this.browsers = browsers;
        this.later = later;
        this.clock = clock;
    }

    private record Key(UUID subscription, String topic) {}

    private static final class Line {
        private final Subscription to;
        private Message newest;
        private int attempts;
        private boolean sending;
        /** Whether the service may have got anything of this line. */
        private boolean heard;
        /** Grows when what was planned does not count any more. */
        private int plan;

        Line(Subscription to, Message message) {
            this.to = to;
            this.newest = message;
        }
    }

    public void deliver(Subscription to, Message message) {
        Key key = new Key(to.id(), message.topic());
        synchronized (lines) {
            Line line = lines.get(key);
            if (line == null) {
                line = new Line(to, message);
                lines.put(key, line);
            } else if (!line.heard && message.kind() == Message.Kind.SETTLED) {
                // Nothing is on any screen that would have to be taken away.
                lines.remove(key);
                line.plan++;
                return;
            } else {
                line.newest = message;
                line.attempts = 0;
            }
            if (!line.sending) {
                plan(key, line, Duration.ZERO);
            }
        }
    }

    /** How many messages are still on their way. */
    int underWay() {
        synchronized (lines) {
            return lines.size();
        }
    }

    private void plan(Key key, Line line, Duration after) {
        int plan = ++line.plan;
        later.run(after, () -> attempt(key, line, plan));
    }

    private void attempt(Key key, Line line, int plan) {
        Message message;
        synchronized (lines) {
            if (line.plan != plan) {
                return;
            }
            message = line.newest;
            if (!clock.instant().isBefore(message.until())) {
                lines.remove(key);
                return;
            }
            line.sending = true;
            line.heard = true;
            line.attempts++;
        }
        Answer answer = null;
        try {
            answer = courier.carry(line.to, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            settle(key, line, message, answer);
        }
    }

    /** @param answer null when the attempt itself broke: it is not made again */
    private void settle(Key key, Line line, Message sent, @Nullable Answer answer) {
        Retry next;
        synchronized (lines) {
            line.sending = false;
            next = answer == null
                    ? new Retry.Enough()
                    : Retry.after(answer, Math.max(1, line.attempts), clock.instant(), sent.until());
            if (next instanceof Retry.Forget) {
                lines.remove(key);
            } else if (line.newest != sent) {
                plan(key, line, Duration.ZERO);
            } else if (next instanceof Retry.Again again) {
                plan(key, line, again.after());
            } else {
                lines.remove(key);
            }
        }
        if (next instanceof Retry.Forget) {
            browsers.remove(line.to.id());
        }
        if (next instanceof Retry.Enough && answer != null && !answer.taken()) {
            LOG.warn(
                    "push service {} did not take a message: {}",
                    line.to.endpoint().reveal().getHost(),
                    answer.status() == 0 ? "no answer" : answer.status());
        }
    }
}
