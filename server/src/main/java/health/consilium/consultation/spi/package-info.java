/** Rules that other modules add to entering a consultation. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.consultation.spi;
