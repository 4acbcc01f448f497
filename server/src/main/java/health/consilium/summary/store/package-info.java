@org.jspecify.annotations.NullMarked
package health.consilium.summary.store;
