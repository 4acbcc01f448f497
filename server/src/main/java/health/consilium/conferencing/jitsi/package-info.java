/** Calls by a Jitsi of the clinic's own: tokens, what it asks us (reservations) and what it tells us (event sync). */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.jitsi;
