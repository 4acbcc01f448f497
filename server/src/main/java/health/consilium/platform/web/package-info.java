/** The HTTP envelope and the browser's security headers. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.web;
