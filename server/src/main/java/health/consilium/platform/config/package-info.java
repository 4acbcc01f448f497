/** Settings of the installation as a whole. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.config;
