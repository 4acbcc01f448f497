@org.jspecify.annotations.NullMarked
package health.consilium.platform.secrets;
