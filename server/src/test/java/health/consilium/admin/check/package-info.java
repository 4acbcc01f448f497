@org.jspecify.annotations.NullMarked
package health.consilium.admin.check;
