/** Samples on their way, without a server. */
@org.jspecify.annotations.NullMarked
package health.consilium.quality.samples;
