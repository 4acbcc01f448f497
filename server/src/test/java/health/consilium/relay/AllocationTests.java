package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.identity.UserId;
import health.consilium.relay.IceServers.Holder;
import health.consilium.relay.probe.Family;
import health.consilium.relay.probe.TurnClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S19: what one person may have open at a real coturn, and for how long. */
class AllocationTests extends ARelay {
    private static final int QUOTA = 48;
    private static final int UNAUTHORIZED = 401;
    private static final int QUOTA_REACHED = 486;
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final UserId person = new UserId(UUID.randomUUID());
    private final UUID consultation = UUID.randomUUID();

    @Test
    @DisplayName(
            "all grants of one person in one call count together; the one too many is refused, another person's is not")
    void theQuotaIsOnePerPerson() throws IOException {
        List<TurnClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < QUOTA; i++) {
                // Each grant has an end of its own, as after a reload or an ice.refresh.
                TurnClient client = client(Holder.inCall(person, consultation), A_WHILE.plusSeconds(i));
                open.add(client);
                assertThat(client.allocate(Family.IPV4)).isZero();
            }
            assertThat(allocate(Holder.inCall(person, consultation))).isEqualTo(QUOTA_REACHED);
            assertThat(allocate(Holder.inCall(new UserId(UUID.randomUUID()), consultation)))
                    .isZero();
            assertThat(allocate(Holder.inCall(person, UUID.randomUUID()))).isZero();
            open.removeLast().close();
            // It takes coturn a moment to forget what was given back.
            await().until(() -> allocate(Holder.inCall(person, consultation)) == 0);
        } finally {
            for (TurnClient client : open) {
                client.close();
            }
        }
    }

    @Test
    @DisplayName("the relay's names for people say nothing about them")
    void pseudonyms() {
        String name = name(Holder.inCall(person, consultation));
        assertThat(name).matches("[0-9a-f]{32}");
        assertThat(name).isEqualTo(name(Holder.inCall(person, consultation)));
        assertThat(name)
                .isNotEqualTo(name(Holder.testing(person)))
                .isNotEqualTo(name(Holder.inCall(person, UUID.randomUUID())))
                .isNotEqualTo(name(Holder.inCall(new UserId(consultation), person.value())));
        assertThat(person.toString().replace("-", "")).isNotEqualTo(name);
    }

    @Test
    @DisplayName("an expired credential opens nothing")
    void expiredCredentials() throws IOException {
        try (TurnClient client = client(somebody(), A_WHILE.negated())) {
            assertThat(client.allocate(Family.IPV4)).isEqualTo(UNAUTHORIZED);
        }
    }

    @Test
    @DisplayName("a credential never lasts longer than two hours")
    void credentialsAreShort() {
        Instant until = clock.instant().plus(Duration.ofDays(3));
        assertThat(servers.grant(somebody(), "127.0.0.1", until).expiresAt())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
    }

    @Test
    @DisplayName("nobody gets more than ten minutes at once: what is not refreshed ends then")
    void tenMinutesAtOnce() throws IOException {
        try (TurnClient client = client(somebody(), A_WHILE)) {
            assertThat(client.allocate(Family.IPV4)).isZero();
            assertThat(client.lifetime()).isEqualTo(Duration.ofMinutes(10));
            assertThat(client.refresh(Duration.ofHours(5))).isZero();
            assertThat(client.lifetime()).isEqualTo(Duration.ofMinutes(10));
        }
    }

    /** As docs/self-hosting.md says. When this fails, coturn has become better and the page must say so. */
    @Test
    @DisplayName(
            "coturn asks for the credential's end only when an allocation begins: who has one may go on refreshing it")
    void refreshedBeyondTheEnd() throws IOException {
        try (TurnClient client = client(somebody(), Duration.ofSeconds(1))) {
            Instant end = clock.instant().plusSeconds(2);
            assertThat(client.allocate(Family.IPV4)).isZero();
            await().until(() -> Clock.systemUTC().instant().isAfter(end.plusSeconds(1)));
            assertThat(client.refresh(Duration.ofMinutes(10))).isZero();
            assertThat(client.permit("8.8.8.8")).isZero();
        }
    }

    private String name(Holder holder) {
        String username = String.valueOf(
                relay(servers, holder, clock.instant().plus(A_WHILE)).username());
        return username.substring(username.indexOf(':') + 1);
    }

    private int allocate(Holder holder) throws IOException {
        try (TurnClient client = client(holder, A_WHILE)) {
            return client.allocate(Family.IPV4);
        }
    }
}
