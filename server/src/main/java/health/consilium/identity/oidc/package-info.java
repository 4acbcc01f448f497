/** Signing in with an account that the clinic has elsewhere: OpenID Connect. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.oidc;
