/** Routes of signing in and out, and the CurrentUser argument. */
@org.jspecify.annotations.NullMarked
package health.consilium.identity.web;
