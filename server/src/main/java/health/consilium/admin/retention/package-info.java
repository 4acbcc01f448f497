/** What is deleted by itself, when, and who did it. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.retention;
