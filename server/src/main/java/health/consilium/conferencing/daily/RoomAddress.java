package health.consilium.conferencing.daily;

import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Where a room is. People's browsers are sent there, so it is at Daily and, when the operator says which, in the clinic's domain. */
final class RoomAddress {
    private static final Logger log = LoggerFactory.getLogger(RoomAddress.class);
    private static final String HOST = ".daily.co";

    private final @Nullable String domain;

    RoomAddress(@Nullable String domain) {
        this.domain = domain;
    }

    /** @throws Problem PROVIDER_UNAVAILABLE when the room is somewhere else */
    Room check(String name, JsonNode room) {
        String url = room.path("url").asString("");
        if (!isThere(name, url)) {
            log.error("Daily names an address for a room that is not in this clinic's domain");
            throw new Problem(ErrorCode.PROVIDER_UNAVAILABLE, DailyApi.AWAY);
        }
        return new Room(DailyProvider.NAME, name, url);
    }

    private boolean isThere(String name, String url) {
        try {
            URI address = URI.create(url);
            String host = String.valueOf(address.getHost());
            boolean ours = domain == null ? host.endsWith(HOST) : host.equals(domain + HOST);
            return ours
                    && "https".equals(address.getScheme())
                    && address.getRawUserInfo() == null
                    && address.getPort() == -1
                    && ("/" + name).equals(address.getRawPath())
                    && address.getRawQuery() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** As a part of a path, which nothing of another form can be. */
    static String name(String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This is no name of Daily's.");
        }
        return name;
    }
}
