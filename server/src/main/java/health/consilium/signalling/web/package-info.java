/** Routes that open signalling. */
@org.jspecify.annotations.NullMarked
package health.consilium.signalling.web;
