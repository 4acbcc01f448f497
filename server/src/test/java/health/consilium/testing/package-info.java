/** What the server's tests stand on. */
@org.jspecify.annotations.NullMarked
package health.consilium.testing;
