/** A relay, asked from outside: as much of a TURN client (RFC 8656) as asking for permissions takes. */
@org.jspecify.annotations.NullMarked
package health.consilium.relay.probe;
