@org.jspecify.annotations.NullMarked
package health.consilium.audit.chain;
