package health.consilium.readiness;

/** What staff see at first glance. */
public enum DeviceState {
    READY,
    AT_RISK,
    NOT_TESTED
}
