/** Device checks in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.readiness.store;
