/** What others may implement: a way for text messages to leave. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package health.consilium.notification.spi;
