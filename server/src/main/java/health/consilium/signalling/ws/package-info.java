/** The WebSocket endpoint. */
@org.jspecify.annotations.NullMarked
package health.consilium.signalling.ws;
