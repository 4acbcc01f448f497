/** History and attachments over HTTP. */
@org.jspecify.annotations.NullMarked
package health.consilium.chat.web;
