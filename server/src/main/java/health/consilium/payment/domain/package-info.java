/** What becomes of a payment; pure. */
@org.jspecify.annotations.NullMarked
package health.consilium.payment.domain;
