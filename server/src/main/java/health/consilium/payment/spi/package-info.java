/** What a payment system has to do for us. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.payment.spi;
