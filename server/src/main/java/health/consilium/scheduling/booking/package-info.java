/** The rules of booking at work. */
@org.jspecify.annotations.NullMarked
package health.consilium.scheduling.booking;
