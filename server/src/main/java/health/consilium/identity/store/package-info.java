/** Accounts and sign-ins in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.store;
