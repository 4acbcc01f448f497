/** The coturn child process. */
@org.jspecify.annotations.NullMarked
package health.consilium.relay.coturn;
