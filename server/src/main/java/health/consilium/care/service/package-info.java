/** The gate at the door, and the module's API over its tables. */
@org.jspecify.annotations.NullMarked
package health.consilium.care.service;
