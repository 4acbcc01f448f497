/** What is told about rings. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.ring;
