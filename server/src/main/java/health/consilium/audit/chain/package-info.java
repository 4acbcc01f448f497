/** The chain: how entries are written, hashed, read and verified. */
@org.jspecify.annotations.NullMarked
package health.consilium.audit.chain;
