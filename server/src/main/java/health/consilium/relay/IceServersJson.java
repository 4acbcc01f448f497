package health.consilium.relay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser hands to its RTCPeerConnection. */
public record IceServersJson(
        List<ServerJson> servers, @Nullable Instant expiresAt) {
    public record ServerJson(
            List<String> urls,
            @Nullable String username,
            @Nullable String credential) {}

    public static IceServersJson of(IceServers.Grant grant) {
        return new IceServersJson(
                grant.servers().stream()
                        .map(server -> new ServerJson(
                                server.urls(),
                                server.username(),
                                server.credential() == null
                                        ? null
                                        : server.credential().reveal()))
                        .toList(),
                grant.expiresAt());
    }
}
