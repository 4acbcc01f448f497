/** Samples on their way into the database and out of it. */
@org.jspecify.annotations.NullMarked
package health.consilium.quality.samples;
