/** Web Push: encryption, the server's own signature, which services are written to, and trying again. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.push;
