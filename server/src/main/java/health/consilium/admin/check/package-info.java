/** Whether the installation is set up well. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.check;
