/** Telling people although no page of theirs is open, as tests. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification;
