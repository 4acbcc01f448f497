/** STUN and TURN: time-limited credentials and the coturn child process. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Relay",
        allowedDependencies = {"kernel", "identity"})
@org.jspecify.annotations.NullMarked
package health.consilium.relay;
