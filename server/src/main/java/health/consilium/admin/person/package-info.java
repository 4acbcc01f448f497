/** A patient's right to a copy of everything and to its erasure (GDPR 15, 17, 20). */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.person;
