/** Signing, sending and trying again. */
@org.jspecify.annotations.NullMarked
package health.consilium.webhook.delivery;
