/** The injected clock. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.time;
