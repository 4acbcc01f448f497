/** Signing in, being recognised, and tickets. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.signin;
