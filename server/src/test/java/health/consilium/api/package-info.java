/** The HTTP API as a whole: its document, and who may do what. */
@org.jspecify.annotations.NullMarked
package health.consilium.api;
