/** Recordings and their ledger in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package health.consilium.recording.store;
