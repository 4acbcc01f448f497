package health.consilium.scheduling;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of booking.
 *
 * @param hold how long a chosen time is kept for somebody who is about to pay
 * @param holdsAtOnce how many times one patient may keep so at once
 * @param rescheduleUntil how long before the start a patient may still choose another time; staff always may
 * @param refundUntil how long before the start a patient may still cancel and get the money back
 */
@ConfigurationProperties("consilium.scheduling")
public record SchedulingProperties(
        @DefaultValue("10m") Duration hold,
        @DefaultValue("3") int holdsAtOnce,
        @DefaultValue("24h") Duration rescheduleUntil,
        @DefaultValue("24h") Duration refundUntil) {
    public SchedulingProperties {
        SettingCheck.positive("consilium.scheduling.hold", hold);
        SettingCheck.atLeast("consilium.scheduling.holds-at-once", holdsAtOnce, 1);
        SettingCheck.notNegative("consilium.scheduling.reschedule-until", rescheduleUntil);
        SettingCheck.notNegative("consilium.scheduling.refund-until", refundUntil);
    }
}
