/** What a network does to packets, without packets, threads or clocks: time is a number that the caller gives. */
@org.jspecify.annotations.NullMarked
package health.consilium.e2e.lab.model;
