/** The module over the wire and by hand. */
@org.jspecify.annotations.NullMarked
package health.consilium.chat;
