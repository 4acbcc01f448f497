/** Generated secrets in the data directory. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.secrets;
