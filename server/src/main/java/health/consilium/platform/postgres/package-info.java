/** The embedded PostgreSQL and how it is started. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.postgres;
