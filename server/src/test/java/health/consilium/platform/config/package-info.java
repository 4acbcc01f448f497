/** What an operator may set, and what is said when it does not fit. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.config;
