/** What comes before care, over the wire. */
@org.jspecify.annotations.NullMarked
package health.consilium.care;
