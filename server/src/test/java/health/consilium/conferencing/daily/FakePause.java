package health.consilium.conferencing.daily;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Waits without waiting: only its own clock goes on. */
final class FakePause implements Pause {
    final List<Duration> rests = new CopyOnWriteArrayList<>();
    volatile double chance = 1;
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void rest(Duration time) {
        rests.add(time);
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public double chance() {
        return chance;
    }

    List<Long> millis() {
        return rests.stream().map(Duration::toMillis).toList();
    }
}
