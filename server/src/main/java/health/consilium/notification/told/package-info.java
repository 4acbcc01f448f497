/** What happens, and who is told of it. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.told;
