package health.consilium.notification;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Telling people although no page of theirs is open.
 *
 * @param pushServices hosts of the push services that browsers may name and this server writes to; a star stands for
 *     any name before it. Empty: nobody is rung by Web Push
 * @param pushRehearsal host and port of a push service for rehearsals, which may have a private address; refused in
 *     production
 * @param pushBrowsers for how many browsers a person may be rung by Web Push; the one not used for longest makes room
 * @param pushKept for how long a browser is rung that has not shown the pages to whom it belongs
 */
@ConfigurationProperties("consilium.notification")
public record NotificationProperties(
        @DefaultValue({"fcm.googleapis.com", "*.push.services.mozilla.com", "*.notify.windows.com", "*.push.apple.com"})
        List<String> pushServices,

        @DefaultValue({}) List<String> pushRehearsal,
        @DefaultValue("5") int pushBrowsers,
        @DefaultValue("30d") Duration pushKept) {
    private static final String HOST = "(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+";

    public NotificationProperties {
        pushServices.forEach(host -> SettingCheck.require(
                host.matches(HOST) && !host.matches("[0-9.]+"),
                "consilium.notification.push-services",
                host,
                "write a host's name, for example push.example.org or *.example.org"));
        pushRehearsal.forEach(host -> SettingCheck.require(
                host.matches("[a-z0-9.-]+:[0-9]{1,5}"),
                "consilium.notification.push-rehearsal",
                host,
                "write host and port, for example localhost:8443"));
        SettingCheck.atLeast("consilium.notification.push-browsers", pushBrowsers, 1);
        SettingCheck.positive("consilium.notification.push-kept", pushKept);
    }
}
