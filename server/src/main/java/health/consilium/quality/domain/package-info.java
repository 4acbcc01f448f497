/** What measured calls amount to: pure, in the units of docs/call-quality-metrics.md. */
@org.jspecify.annotations.NullMarked
package health.consilium.quality.domain;
