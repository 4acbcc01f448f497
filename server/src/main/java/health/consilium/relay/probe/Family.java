package health.consilium.relay.probe;

/** What kind of address an allocation has (RFC 8656 §7). */
public enum Family {
    IPV4,
    IPV6
}
