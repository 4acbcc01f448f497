/** Consilium: self-hosted video consultations for doctors and patients. */
@org.jspecify.annotations.NullMarked
package health.consilium;
