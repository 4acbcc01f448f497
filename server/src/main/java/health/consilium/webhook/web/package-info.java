/** The routes of the page about webhooks. */
@org.jspecify.annotations.NullMarked
package health.consilium.webhook.web;
