/** Recording while a consultation goes on: frames, presence, what pages are told. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.session;
