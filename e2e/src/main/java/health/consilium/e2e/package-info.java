/** What the end-to-end tests and the benches stand on. */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e;
