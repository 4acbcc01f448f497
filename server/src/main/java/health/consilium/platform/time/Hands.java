package health.consilium.platform.time;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Several hands for what is done every few seconds. With one, the default where threads are virtual, a provider that does not
 * answer would keep everybody's lost connections from being noticed.
 */
@Configuration(proxyBeanMethods = false)
class Hands {
    private static final int ENOUGH = 12;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        return new ThreadPoolTaskSchedulerBuilder()
                .poolSize(ENOUGH)
                .threadNamePrefix("every-")
                .build();
    }
}
