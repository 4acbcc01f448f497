@org.jspecify.annotations.NullMarked
package health.consilium.scheduling.store;
