/** What other modules tell about links and what belongs to an appointment. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.identity.spi;
