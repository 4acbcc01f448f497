package health.consilium.signalling.session;

import health.consilium.consultation.Consultations;
import health.consilium.identity.SignIns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** One clock hand for all sessions, instead of a timer each. */
@Component
class Housekeeping {
    private final Sessions sessions;
    private final Absentees absentees;
    private final SessionRegistry registry;
    private final SignIns signIns;
    private final Consultations consultations;
    private final Clock clock;

    Housekeeping(
            Sessions sessions,
            Absentees absentees,
            SessionRegistry registry,
            SignIns signIns,
            Consultations consultations,
            Clock clock) {
        this.sessions = sessions;
        this.absentees = absentees;
        this.registry = registry;
        this.signIns = signIns;
        this.consultations = consultations;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void expire() {
        sessions.expire();
        absentees.expire();
    }

    /** S4: nobody is signed out for idleness during a call, or while somebody may be about to ring them. */
    @Scheduled(fixedDelay = 60_000)
    void keepAlive() {
        registry.all().stream()
                .filter(Session::attached)
                .filter(session -> session.call() != null || mayBeRung(session))
                .map(session -> session.user().login())
                .distinct()
                .forEach(signIns::touch);
    }

    /** An appointment of tomorrow is no reason to leave a page open today. */
    private boolean mayBeRung(Session session) {
        Instant now = clock.instant();
        return consultations.currentOf(session.person()).stream()
                .anyMatch(call -> !now.isBefore(call.opensAt()) && now.isBefore(call.endsAt()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Time {
        @Bean
        Ticker ticker() {
            return () -> Duration.ofNanos(System.nanoTime());
        }
    }
}
