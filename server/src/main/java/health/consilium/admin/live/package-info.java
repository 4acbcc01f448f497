/** The calls that are held now. */
@org.jspecify.annotations.NullMarked
package health.consilium.admin.live;
