/** Sessions, seats and negotiation without sockets. */
@org.jspecify.annotations.NullMarked
package health.consilium.signalling.ws;
