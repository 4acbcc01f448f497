/** Stand-ins for the services of others that may carry a call: small, and with real media from browser to browser. */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e.provider;
