/** Prescriptions over HTTP, and what the database refuses by itself. */
@org.jspecify.annotations.NullMarked
package health.consilium.prescription;
