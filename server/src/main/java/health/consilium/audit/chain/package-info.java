/** The chain: how entries are written, hashed, read and verified. */
@org.springframework.modulith.NamedInterface("chain")
@org.jspecify.annotations.NullMarked
package health.consilium.audit.chain;
