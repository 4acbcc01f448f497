/**
 * A network of our own for tests: hosts that browsers and servers run in, joined by links that lose, delay, narrow and cut
 * what goes through them. See docs/media-lab.md.
 */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e.lab;
