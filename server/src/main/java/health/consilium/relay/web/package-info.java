/** Routes about the relay. */
@org.jspecify.annotations.NullMarked
package health.consilium.relay.web;
