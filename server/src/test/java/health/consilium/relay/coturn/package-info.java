/** The coturn child from inside. */
@org.jspecify.annotations.NullMarked
package health.consilium.relay.coturn;
