/** Mails: what they say, how they look, and how they leave. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.mail;
