/** One file that holds everything the clinic keeps, and how it comes back. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.backup;
