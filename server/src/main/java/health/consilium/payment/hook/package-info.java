/** Payment systems that we do not know: they tell us by a signed request. */
@org.jspecify.annotations.NullMarked
package health.consilium.payment.hook;
