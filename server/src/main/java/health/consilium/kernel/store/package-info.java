/** What the stores of several modules share. Nothing here knows a table: which one, and which rows of it, the module says. */
@org.springframework.modulith.NamedInterface("store")
@org.jspecify.annotations.NullMarked
package health.consilium.kernel.store;
