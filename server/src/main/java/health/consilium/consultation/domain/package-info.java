/** What a consultation is and how facts change it: pure, no framework, no SQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.consultation.domain;
