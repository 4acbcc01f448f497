/** Device checks, over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.readiness;
