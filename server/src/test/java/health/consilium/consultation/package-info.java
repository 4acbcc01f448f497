/** How a consultation lives, as tests. */
@org.jspecify.annotations.NullMarked
package health.consilium.consultation;
