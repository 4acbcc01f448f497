/** The second factor: codes of an authenticator app, and codes for the day when the phone is gone. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.factor;
