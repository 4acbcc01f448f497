/** Webhooks from the page to the receiver. */
@org.jspecify.annotations.NullMarked
package health.consilium.webhook;
