/** Keys of recordings, and what is encrypted under them. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.vault;
