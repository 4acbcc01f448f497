package health.consilium.signalling;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The socket.
 *
 * @param heartbeat how often a page says that it is there
 * @param silence a connection that was silent for this long is dropped
 * @param grace how long a session outlives its connection
 * @param handshake how long a fresh connection may take to say hello
 * @param burst frames one connection may send at once
 * @param perSecond frames one connection may send each second in the long run
 * @param allowedOrigins further addresses whose pages may open the socket, for example https://portal.clinic.example
 */
@ConfigurationProperties("consilium.signalling")
public record SignallingProperties(
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("60s") Duration grace,
        @DefaultValue("5s") Duration handshake,
        @DefaultValue("200") int burst,
        @DefaultValue("20") int perSecond,
        @DefaultValue({}) List<String> allowedOrigins) {
    public SignallingProperties {
        SettingCheck.positive("consilium.signalling.heartbeat", heartbeat);
        SettingCheck.require(
                silence.compareTo(heartbeat) > 0,
                "consilium.signalling.silence",
                silence,
                "it must be longer than consilium.signalling.heartbeat, or every page counts as silent");
        SettingCheck.positive("consilium.signalling.grace", grace);
        SettingCheck.positive("consilium.signalling.handshake", handshake);
        SettingCheck.atLeast("consilium.signalling.burst", burst, 1);
        SettingCheck.atLeast("consilium.signalling.per-second", perSecond, 1);
    }
}
