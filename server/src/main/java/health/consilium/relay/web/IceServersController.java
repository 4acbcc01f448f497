package health.consilium.relay.web;

import health.consilium.identity.CurrentUser;
import health.consilium.relay.IceServers;
import health.consilium.relay.IceServers.Holder;
import health.consilium.relay.IceServersJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "relay")
@RestController
class IceServersController {
    private static final Duration FOR_A_TEST = Duration.ofMinutes(5);

    private final IceServers servers;
    private final Clock clock;

    IceServersController(IceServers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @Operation(
            operationId = "getIceServers",
            summary = "STUN and TURN for testing the connection, good for five minutes")
    @GetMapping("/api/v1/ice-servers")
    IceServersJson iceServers(CurrentUser who, HttpServletRequest request) {
        return IceServersJson.of(servers.grant(
                Holder.testing(who.id()),
                request.getServerName(),
                clock.instant().plus(FOR_A_TEST)));
    }
}
