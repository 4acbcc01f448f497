/** How a module takes part in signalling: it handles frames and sends frames. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.signalling.spi;
