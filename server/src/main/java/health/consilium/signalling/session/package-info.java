/** Sessions that outlive sockets: numbering, replay, seats, negotiation pairs. */
@org.jspecify.annotations.NullMarked
package health.consilium.signalling.session;
