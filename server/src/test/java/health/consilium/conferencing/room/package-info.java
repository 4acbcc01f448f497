@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.room;
