/** The protocol and its sessions, as tests. */
@org.jspecify.annotations.NullMarked
package health.consilium.signalling;
