/** Who agreed, and whether it records: pure. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.domain;
