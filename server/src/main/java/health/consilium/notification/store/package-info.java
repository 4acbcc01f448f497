/** Subscriptions in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.store;
