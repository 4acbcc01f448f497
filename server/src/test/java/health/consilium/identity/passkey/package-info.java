@org.jspecify.annotations.NullMarked
package health.consilium.identity.passkey;
