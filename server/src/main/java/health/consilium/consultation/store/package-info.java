/** Consultations and their log in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.consultation.store;
