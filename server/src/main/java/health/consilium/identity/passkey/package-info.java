/** Passkeys (WebAuthn): made, listed, taken away, and answered with, after a password or instead of one. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.passkey;
