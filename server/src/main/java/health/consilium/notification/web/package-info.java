/** The routes by which a browser subscribes. */
@org.jspecify.annotations.NullMarked
package health.consilium.notification.web;
