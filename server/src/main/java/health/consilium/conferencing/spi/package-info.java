/** What a conferencing provider must do. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.spi;
