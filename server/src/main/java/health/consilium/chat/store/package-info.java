/** Messages and attachments in PostgreSQL and in files. */
@org.jspecify.annotations.NullMarked
package health.consilium.chat.store;
