package health.consilium.notification.push;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends: never a request's thread or the thread that decides. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    @Bean
    PushClient pushClient(PushServices services, Vapid vapid, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        return new PushClient(http, services, vapid, clock);
    }

    @Bean(destroyMethod = "close")
    OwnThreads pushThreads() {
        return new OwnThreads();
    }

    /** A thread a request, which is cheap while it waits, and one that knows the time. */
    static final class OwnThreads implements Later, AutoCloseable {
        private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("push-", 0).factory());
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("push-timer").factory());

        private final ExecutorService desk = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("push-desk").factory());

        @Override
        public void inTurn(Runnable work) {
            desk.execute(work);
        }

        @Override
        public void run(Duration after, Runnable work) {
            if (after.isZero()) {
                threads.execute(work);
            } else {
                timer.schedule(() -> threads.execute(work), after.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /** What rings does not outlive the program; see what is told after a restart. */
        @Override
        public void close() {
            desk.shutdownNow();
            timer.shutdownNow();
            threads.shutdownNow();
        }
    }
}
