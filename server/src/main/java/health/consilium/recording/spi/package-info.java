/** Where segments lie and who wraps their keys. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.recording.spi;
