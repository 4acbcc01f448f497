@org.jspecify.annotations.NullMarked
package health.consilium.webhook.store;
