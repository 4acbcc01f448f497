/** The parts, checked by hand. */
@org.jspecify.annotations.NullMarked
package health.consilium.webhook.delivery;
