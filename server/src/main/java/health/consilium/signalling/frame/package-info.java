/** The frames of protocol v1 as records: the whole language of the socket (docs/protocol.md). */
@org.springframework.modulith.NamedInterface("frame")
@org.jspecify.annotations.NullMarked
package health.consilium.signalling.frame;
