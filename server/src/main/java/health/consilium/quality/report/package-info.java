/** What became of a call: waits, summaries, and who may read them. */
@org.jspecify.annotations.NullMarked
package health.consilium.quality.report;
