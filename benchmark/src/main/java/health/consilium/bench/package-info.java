/** How fast and how frugal: measured on this computer, beside a floor in the same run. */
@org.jspecify.annotations.NullMarked
package health.consilium.bench;
