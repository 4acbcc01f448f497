/** What of the installation the platform itself can look at. */
@org.jspecify.annotations.NullMarked
package health.consilium.platform.check;
