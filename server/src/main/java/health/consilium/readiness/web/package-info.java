/** The route by which a page hands in what it found. */
@org.jspecify.annotations.NullMarked
package health.consilium.readiness.web;
