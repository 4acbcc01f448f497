/** What other modules add to the changing of appointments. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.scheduling.spi;
