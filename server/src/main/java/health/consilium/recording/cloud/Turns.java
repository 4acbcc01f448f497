package health.consilium.recording.cloud;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One after the other for each name, whichever threads come; different names do not wait for each other. */
final class Turns<K> {
    private final ConcurrentMap<K, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        /** It is kept while anybody has it or waits for it: whoever came after could otherwise be let in beside them. */
        private int wanted;

        private static Turn wanted(@Nullable Turn known) {
            Turn turn = known == null ? new Turn() : known;
            turn.wanted++;
            return turn;
        }

        private @Nullable Turn done() {
            return --wanted == 0 ? null : this;
        }
    }

    void take(K name, Runnable what) {
        Turn turn = turns.compute(name, (same, known) -> Turn.wanted(known));
        turn.lock.lock();
        try {
            what.run();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(name, (same, known) -> known.done());
        }
    }

    /** How many names anybody has or waits for. */
    int size() {
        return turns.size();
    }
}
