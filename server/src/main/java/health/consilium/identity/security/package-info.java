/** Which route is open to whom. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.security;
