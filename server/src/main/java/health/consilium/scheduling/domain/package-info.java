/** When a doctor can be booked: rules and time, and nothing else. */
@org.jspecify.annotations.NullMarked
package health.consilium.scheduling.domain;
