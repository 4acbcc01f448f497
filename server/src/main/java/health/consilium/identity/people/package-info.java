/** Administering accounts, and passwords. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.people;
