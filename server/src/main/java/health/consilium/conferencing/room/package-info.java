/** Opening, watching and closing rooms, whoever provides them. */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.room;
