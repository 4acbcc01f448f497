/** The pure part, checked by hand. */
@org.jspecify.annotations.NullMarked
package health.consilium.quality.domain;
