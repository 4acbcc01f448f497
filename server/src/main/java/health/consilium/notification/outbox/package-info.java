/** What people are to be told: written with what happened, sent afterwards, each at most once, tried until it is there or of no use. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.outbox;
