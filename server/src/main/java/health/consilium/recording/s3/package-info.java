/** Recordings in an S3-compatible store. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.s3;
