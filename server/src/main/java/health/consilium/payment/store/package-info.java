/** Payments in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.payment.store;
