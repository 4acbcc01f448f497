/** Recordings over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.web;
