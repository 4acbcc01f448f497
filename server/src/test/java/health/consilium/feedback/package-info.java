/** The survey over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.feedback;
