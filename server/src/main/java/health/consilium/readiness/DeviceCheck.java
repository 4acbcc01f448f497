package health.consilium.readiness;

import java.time.Instant;
import java.util.Set;

/** The newest check of one person for one appointment. */
public record DeviceCheck(Set<Finding> findings, Measured measured, Instant testedAt) {
    public DeviceState state() {
        return findings.isEmpty() ? DeviceState.READY : DeviceState.AT_RISK;
    }
}
