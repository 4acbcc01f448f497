/** Summaries over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.summary;
