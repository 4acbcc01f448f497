/** The routes of the page before the call, of the emergency panel and of consent. */
@org.jspecify.annotations.NullMarked
package health.consilium.care.web;
