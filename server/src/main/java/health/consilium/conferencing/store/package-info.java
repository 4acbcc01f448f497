/** What the database knows about rooms. */
@org.jspecify.annotations.NullMarked
package health.consilium.conferencing.store;
