/** One seekable file out of encrypted parts, without writing one (WebM: RFC 9559, EBML: RFC 8794). */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.media;
