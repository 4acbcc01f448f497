/** Calls from browser to browser: no media server, no vendor. */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.builtin;
