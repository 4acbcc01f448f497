/** Takes money in, gives it back, and keeps the books. */
@org.jspecify.annotations.NullMarked
package health.consilium.payment.desk;
