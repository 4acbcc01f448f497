/** A real server as a child process, with its own data, time, and network path. */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e.server;
