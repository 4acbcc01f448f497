/** What pages and payment systems ask. */
@org.jspecify.annotations.NullMarked
package health.consilium.payment.web;
