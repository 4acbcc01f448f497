/** The relay, probed from outside. */
@org.jspecify.annotations.NullMarked
package health.consilium.relay;
