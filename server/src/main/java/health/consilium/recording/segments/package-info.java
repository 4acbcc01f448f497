/** Taking segments in, and finding out whether they are what was taken in. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.segments;
